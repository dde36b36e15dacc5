package cn.gdpilot.desk.communicationsreview;

import static cn.gdpilot.desk.communicationsreview.CommunicationsReviewVariables.APPLICATION_ID;

import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** What the CA has to look at, as the model asks: {@code ${communicationsProjects.live(campaignId)}}. */
@Component
public class CommunicationsProjects {

    private final CommunicationsDesk desk;
    private final RuntimeService runtime;

    CommunicationsProjects(CommunicationsDesk desk, RuntimeService runtime) {
        this.desk = desk;
        this.runtime = runtime;
    }

    /** Those without an opinion for which no review waits yet: a second review beside a running one never doubles a task. */
    @ForModels(
            name = "待通信局审核",
            help = "通信管理局尚未审核的项目，用作循环的集合。",
            given = Given.CAMPAIGN,
            gives = "申请编号的列表。",
            in = "communications-review")
    public List<String> live(String campaignId) {
        return desk.live(campaignId).stream()
                .map(Application::id)
                .filter(id -> !waits(id))
                .toList();
    }

    private boolean waits(String applicationId) {
        return runtime.createExecutionQuery()
                        .processDefinitionKey("communications-review")
                        .messageEventSubscriptionName("ApplicationClosed")
                        .variableValueEquals(APPLICATION_ID, applicationId)
                        .count()
                > 0;
    }
}
