package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.scoring.Merit;
import cn.gdpilot.domain.scoring.MeritOrder;
import cn.gdpilot.domain.scoring.Panel;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.domain.text.Markdown;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the ministry has to look at, as the model asks: {@code ${ministryProjects.received(campaignId)}}. */
@Component
public class MinistryProjects {

    private final ReviewReceived projects;
    private final ReceivedOrder order;
    private final Selections selections;
    private final Units units;
    private final Panels panels;
    private final MeritOrder merits;
    private final ReceivedAlike alike;

    MinistryProjects(
            ReviewReceived projects,
            ReceivedOrder order,
            Selections selections,
            Units units,
            Panels panels,
            MeritOrder merits,
            ReceivedAlike alike) {
        this.alike = alike;
        this.order = order;
        this.panels = panels;
        this.merits = merits;
        this.projects = projects;
        this.selections = selections;
        this.units = units;
    }

    public List<String> received(String campaignId) {
        return projects.received(campaignId).stream().map(Application::id).toList();
    }

    /** What nobody has reviewed yet: all at first, only what came late where the review begins again. */
    @ForModels(
            name = "待部级评审",
            help = "部级尚未评审的项目，用作循环的集合。",
            given = Given.CAMPAIGN,
            gives = "申请编号的列表。",
            in = "ministry-review")
    public List<String> toReview(String campaignId) {
        return projects.toReview(campaignId).stream().map(Application::id).toList();
    }

    /** What passed its review and experts have not scored yet. */
    @ForModels(
            name = "待专家评审",
            help = "部级评审通过、尚未由专家评审的项目，用作循环的集合。",
            given = Given.CAMPAIGN,
            gives = "申请编号的列表。",
            in = "ministry-review")
    public List<String> forExperts(String campaignId) {
        return projects.received(campaignId).stream()
                .filter(projects::passed)
                .map(Application::id)
                .filter(id ->
                        panels.find(UnitType.MINISTRY, id).filter(Panel::closed).isEmpty())
                .toList();
    }

    /** What passed its review, the best first, a number a line: the proposal that a person changes or confirms. */
    @ForModels(
            name = "建议入选名单",
            help = "入选表单的默认值：评审通过的项目，优者在前。",
            given = Given.CAMPAIGN,
            gives = "文本，每行一个申请编号。",
            in = "ministry-review",
            written = true)
    public String proposal(String campaignId) {
        return order.of(campaignId).stream()
                .filter(projects::passed)
                .map(Application::id)
                .collect(Collectors.joining("\n"));
    }

    /** The sheet of all received projects with their opinions, as Markdown. */
    @ForModels(
            name = "评审情况说明",
            help = "负责人阅读的全部项目和意见。",
            given = Given.CAMPAIGN,
            gives = "文本（Markdown），写入输入参数 view。",
            in = "ministry-review",
            written = true)
    public String sheet(String campaignId) {
        List<String> selected = selections.of(campaignId);
        Map<String, String> scores = scores(campaignId);
        List<Application> received = order.of(campaignId);
        Map<String, ReviewReceived.Recommender> recommenders = projects.recommenders(campaignId);
        List<List<?>> rows = new ArrayList<>();
        for (Application application : received) {
            rows.add(List.of(
                    application.id(),
                    application.projectName(),
                    units.get(recommenders.get(application.id()).unitId()).name(),
                    recommenders.get(application.id()).place(),
                    Texts.label("opinion", projects.passed(application)),
                    scores.getOrDefault(application.id(), "—"),
                    Texts.label("selected", selected.contains(application.id()))));
        }
        Markdown sheet = new Markdown()
                .heading(Texts.of("selection.heading"))
                .line(Texts.of("selection.received"), rows.size())
                .line(Texts.of("selection.selected"), selected.size())
                .link(Texts.of("publicity.order"), "/desk/merit/" + campaignId);
        alike.note(sheet, campaignId, received);
        return sheet.table(Texts.words("selection.heads"), rows).render(Texts.of("selection.rest"));
    }

    /** The experts' average by application, of those whose panel is closed. */
    private Map<String, String> scores(String campaignId) {
        Map<String, String> scores = new HashMap<>();
        for (Merit merit : merits.proposed(campaignId, UnitType.MINISTRY, MeritOrder.NO_QUOTA)
                .order()) {
            if (merit.score() != null) {
                scores.put(merit.applicationId(), "%.1f".formatted(merit.score()));
            }
        }
        return scores;
    }
}
