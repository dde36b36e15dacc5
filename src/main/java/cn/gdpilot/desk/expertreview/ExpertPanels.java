package cn.gdpilot.desk.expertreview;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.scoring.Assignment;
import cn.gdpilot.domain.scoring.Expert;
import cn.gdpilot.domain.scoring.ExpertReview;
import cn.gdpilot.domain.scoring.Experts;
import cn.gdpilot.domain.scoring.Panel;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.domain.scoring.ReviewPlan;
import cn.gdpilot.domain.scoring.ReviewPlans;
import cn.gdpilot.domain.text.Markdown;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the model asks about panels: {@code ${expertPanels.complete(unit, applicationId)}}. */
@Component
public class ExpertPanels {

    private final Panels panels;
    private final ReviewPlans plans;
    private final ExpertReview review;
    private final Experts experts;
    private final Units units;
    private final Applications applications;

    ExpertPanels(
            Panels panels,
            ReviewPlans plans,
            ExpertReview review,
            Experts experts,
            Units units,
            Applications applications) {
        this.panels = panels;
        this.plans = plans;
        this.review = review;
        this.experts = experts;
        this.units = units;
        this.applications = applications;
    }

    /** Whether that unit lets experts score in that round. */
    @ForModels(
            name = "是否组织专家评审",
            help = "该单位在本批次是否组织专家评审。",
            given = {Given.CAMPAIGN, Given.UNIT},
            gives = "true 或 false。",
            in = {"province-review", "ministry-review"})
    public boolean organised(String campaignId, String unit) {
        return plans.of(campaignId, level(unit)).organised();
    }

    /** The assignments that wait for an answer. */
    @ForModels(
            name = "待评分的指派",
            help = "等待专家评分的各次指派，用作循环的集合。",
            given = {Given.UNIT, Given.APPLICATION},
            gives = "指派编号的列表。",
            in = "expert-review")
    public List<String> waiting(String unit, String applicationId) {
        return panels.find(level(unit), applicationId).stream()
                .flatMap(panel -> panels.members(panel.id()).stream())
                .filter(Assignment::open)
                .map(one -> String.valueOf(one.id()))
                .toList();
    }

    @ForModels(
            name = "专家评审是否完成",
            help = "该项目的专家评审是否已结束。",
            given = {Given.UNIT, Given.APPLICATION},
            gives = "true 或 false。",
            in = "expert-review")
    public boolean complete(String unit, String applicationId) {
        return panels.find(level(unit), applicationId).filter(Panel::closed).isPresent();
    }

    @ForModels(name = "催办专家时刻", help = "催办专家的时刻。", given = Given.ASSIGNMENT, gives = "时刻。", in = "expert-review")
    public Date remindAt(String assignmentId) {
        return Date.from(review.remindAt(assignment(assignmentId)));
    }

    @ForModels(name = "评分截止", help = "专家评分的截止时刻。", given = Given.ASSIGNMENT, gives = "时刻。", in = "expert-review")
    public Date dueAt(String assignmentId) {
        return Date.from(assignment(assignmentId).dueAt());
    }

    /** The number of the project, for those who look after the engine; the expert's name stays out of it. */
    @ForModels(
            name = "项目名称",
            help = "任务列表中显示在任务名旁的项目名称。",
            given = Given.APPLICATION,
            gives = "文本，写入输入参数 subject。",
            in = "expert-review",
            written = true)
    public String subject(String applicationId) {
        return applications.get(applicationId).projectName();
    }

    /** What an officer reads who has to settle a panel for which there is nobody left to ask. */
    @ForModels(
            name = "专家不足说明",
            help = "单位处理专家不足时阅读的情况。",
            given = {Given.UNIT, Given.APPLICATION},
            gives = "文本（Markdown），写入输入参数 view。",
            in = "expert-review",
            written = true)
    public String sheet(String unit, String applicationId) {
        List<Assignment> members = panels.find(level(unit), applicationId)
                .map(panel -> panels.members(panel.id()))
                .orElse(List.of());
        return new Markdown()
                .heading(Texts.of("panel.short"))
                .paragraph(whyShort(applicationId, unit, members))
                .paragraph(Texts.of("panel.short-why"))
                .line(Texts.of("field.number"), applicationId)
                .line(Texts.of("field.projectName"), subject(applicationId))
                .table(
                        Texts.words("panel.heads"),
                        members.stream()
                                .<List<?>>map(one -> List.of(
                                        experts.find(one.expert())
                                                .map(Expert::name)
                                                .orElse(one.expert()),
                                        Texts.label("assignment", one.state()),
                                        one.total() == null ? "—" : points(one.total()),
                                        one.reason() == null ? "" : one.reason()))
                                .toList())
                .link(Texts.of("panel.pool"), "/desk/experts")
                .link(Texts.of("sheet.dossier"), "/dossier/" + applicationId)
                .render("");
    }

    /** The totals lie too far apart, so that one more is asked for; or those who were to be asked from the beginning are lacking; or both. */
    private String whyShort(String applicationId, String unit, List<Assignment> members) {
        ReviewPlan plan = plans.of(applications.get(applicationId).roundId(), level(unit));
        double spread = ExpertReview.spread(members);
        long scored = members.stream()
                .filter(one -> one.state() == Assignment.State.SCORED)
                .count();
        if (spread > plan.spread()) {
            String apart = Texts.of("panel.short-spread", points(spread), plan.spread());
            return scored < plan.experts() ? apart + Texts.of("panel.short-both", scored, plan.experts()) : apart;
        }
        return Texts.of("panel.short-few", scored, plan.experts(), points(spread));
    }

    private static String points(double points) {
        return "%.1f".formatted(points);
    }

    UnitType level(String unit) {
        return unit.equals(Unit.MINISTRY) ? UnitType.MINISTRY : units.get(unit).type();
    }

    private Assignment assignment(String id) {
        return panels.assignment(Long.parseLong(id)).orElseThrow();
    }
}
