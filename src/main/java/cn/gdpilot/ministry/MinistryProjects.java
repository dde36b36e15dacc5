package cn.gdpilot.ministry;

import cn.gdpilot.dossier.Markdown;
import cn.gdpilot.identity.Units;
import cn.gdpilot.project.Application;
import cn.gdpilot.wording.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the ministry has to look at, as the model asks: {@code ${ministryProjects.received(campaignId)}}. */
@Component("ministryProjects")
public class MinistryProjects {

    private final MinistryDesk desk;
    private final Selections selections;
    private final Units units;

    MinistryProjects(MinistryDesk desk, Selections selections, Units units) {
        this.desk = desk;
        this.selections = selections;
        this.units = units;
    }

    public List<String> received(String campaignId) {
        return desk.received(campaignId).stream().map(Application::id).toList();
    }

    /** What nobody has reviewed yet: all at first, only what came late where the review begins again. */
    public List<String> toReview(String campaignId) {
        return desk.toReview(campaignId).stream().map(Application::id).toList();
    }

    /** What passed its review, a number a line: the proposal that a person changes or confirms. */
    public String proposal(String campaignId) {
        return desk.received(campaignId).stream()
                .filter(desk::passed)
                .map(Application::id)
                .collect(Collectors.joining("\n"));
    }

    /** The sheet of all received projects with their opinions, as Markdown. */
    public String sheet(String campaignId) {
        List<String> selected = selections.of(campaignId);
        List<List<?>> rows = new ArrayList<>();
        for (Application application : desk.received(campaignId)) {
            rows.add(List.of(
                    application.id(),
                    application.projectName(),
                    units.get(application.unitId()).name(),
                    Texts.label("opinion", desk.passed(application)),
                    Texts.label("selected", selected.contains(application.id()))));
        }
        return new Markdown()
                .heading(Texts.of("selection.heading"))
                .line(Texts.of("selection.received"), rows.size())
                .line(Texts.of("selection.selected"), selected.size())
                .table(Texts.words("selection.heads"), rows)
                .render(Texts.of("selection.rest"));
    }
}
