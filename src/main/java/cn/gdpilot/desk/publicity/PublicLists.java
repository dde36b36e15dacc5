package cn.gdpilot.desk.publicity;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.pending.Pending;
import cn.gdpilot.domain.pending.PendingMatters;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.publicity.PublicityNeed;
import cn.gdpilot.domain.text.Markdown;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/** What models ask about public lists: {@code ${publicLists.needed(campaignId, unit)}}. */
@Component
public class PublicLists {

    private final PublicityDesk desk;
    private final PublicityNeed need;
    private final Applications applications;
    private final Applicants applicants;
    private final Units units;
    private final PendingMatters matters;

    PublicLists(
            PublicityDesk desk,
            PublicityNeed need,
            Applications applications,
            Applicants applicants,
            Units units,
            PendingMatters matters) {
        this.desk = desk;
        this.need = need;
        this.applications = applications;
        this.applicants = applicants;
        this.units = units;
        this.matters = matters;
    }

    /**
     * Whether that office makes its list of that round public now: if the round says so, and something is to be listed that
     * was not public yet. A list that only lost projects since is not made public anew.
     */
    @ForModels(
            name = "是否须公示",
            help = "该单位在本批次的名单现在是否须公示。",
            given = {Given.CAMPAIGN, Given.UNIT},
            gives = "true 或 false。",
            in = {"province-review", "ministry-review"})
    public boolean needed(String campaignId, String unit) {
        return need.needed(campaignId, unit);
    }

    /** The list as it stands, a number a line: the proposal that a person changes or confirms. */
    @ForModels(
            name = "建议公示名单",
            help = "公示表单的默认值。",
            given = {Given.CAMPAIGN, Given.UNIT},
            gives = "文本，每行一个申请编号。",
            in = "publicity",
            written = true)
    public String proposal(String campaignId, String unit) {
        return String.join("\n", desk.proposed(campaignId, unit));
    }

    /** The same with names, as Markdown. */
    @ForModels(
            name = "公示名单说明",
            help = "经办人阅读的名单和项目名称。",
            given = {Given.CAMPAIGN, Given.UNIT},
            gives = "文本（Markdown），写入输入参数 view。",
            in = "publicity",
            written = true)
    public String sheet(String campaignId, String unit) {
        List<List<?>> rows = new ArrayList<>();
        for (String id : desk.proposed(campaignId, unit)) {
            Application project = applications.get(id);
            rows.add(List.of(
                    rows.size() + 1,
                    id,
                    project.projectName(),
                    applicants.get(project.applicantId()).name(),
                    units.get(project.unitId()).name()));
        }
        Markdown sheet = new Markdown()
                .heading(Texts.of("publicity.heading"))
                .paragraph(Texts.of(unit.equals(Unit.MINISTRY) ? "publicity.what-ministry" : "publicity.what"))
                .paragraph(desk.timing(campaignId, unit))
                .line(Texts.of("publicity.count"), rows.size())
                .link(Texts.of("publicity.order"), "/desk/merit/" + campaignId)
                .link(Texts.of("publicity.page"), "/desk/objections");
        long late = unit.equals(Unit.DEPARTMENT) ? underReview(campaignId) : 0;
        if (late > 0) {
            sheet.paragraph(Texts.of("publicity.late", late));
        }
        List<String> again = desk.scoredAgain(campaignId, unit);
        if (!again.isEmpty()) {
            sheet.paragraph(Texts.of("publicity.scored-again", String.join("、", again)));
        }
        if (desk.mayForgo(campaignId, unit)) {
            List<String> fresh = need.notPublic(campaignId, unit);
            sheet.paragraph(Texts.of("publicity.forgo", fresh.size(), String.join("、", fresh)));
        }
        return sheet.table(Texts.words("publicity.heads"), rows).render(Texts.of("selection.rest"));
    }

    /** What came late is not reviewed yet: the officer may wait for it, or make it public afterwards. */
    private long underReview(String campaignId) {
        return matters.of(campaignId).stream()
                .filter(one -> one.waitsFor() == Pending.FIRST_REVIEW)
                .count();
    }

    /** When its days are over. */
    @ForModels(
            name = "公示期满",
            help = "公示天数期满的时刻。",
            given = {Given.CAMPAIGN, Given.UNIT},
            gives = "时刻。",
            in = "publicity")
    public Date endsAt(String campaignId, String unit) {
        return Date.from(desk.newest(campaignId, unit).endsAt());
    }

    /** True if no objection waits for an answer. Locks the list, so that it and the last answer meet in order. */
    @ForModels(
            name = "异议是否都已答复",
            help = "公示名单的异议是否都已答复。",
            given = {Given.CAMPAIGN, Given.UNIT},
            gives = "true 或 false。",
            in = "publicity")
    public boolean answered(String campaignId, String unit) {
        return desk.answered(campaignId, unit);
    }
}
