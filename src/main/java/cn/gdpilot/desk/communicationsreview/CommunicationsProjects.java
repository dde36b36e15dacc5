package cn.gdpilot.desk.communicationsreview;

import cn.gdpilot.domain.project.Application;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the CA has to look at, as the model asks: {@code ${communicationsProjects.live(campaignId)}}. */
@Component
public class CommunicationsProjects {

    private final CommunicationsDesk desk;

    CommunicationsProjects(CommunicationsDesk desk) {
        this.desk = desk;
    }

    public List<String> live(String campaignId) {
        return desk.live(campaignId).stream().map(Application::id).toList();
    }
}
