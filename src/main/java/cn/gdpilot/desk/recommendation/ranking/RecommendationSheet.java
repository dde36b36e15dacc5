package cn.gdpilot.desk.recommendation.ranking;

import cn.gdpilot.desk.recommendation.RecommendedProjects;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Markdown;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a form shows of a unit's list: the projects in order, what must be handed over, the way to the pages. */
@Component
public class RecommendationSheet {

    private final RecommendedProjects projects;
    private final Recommendations recommendations;
    private final Units units;
    private final UnitContacts contacts;
    private final Applicants applicants;
    private final RankingLines lines;
    private final Undecided undecided;

    RecommendationSheet(
            RecommendedProjects projects,
            Recommendations recommendations,
            Units units,
            UnitContacts contacts,
            Applicants applicants,
            RankingLines lines,
            Undecided undecided) {
        this.projects = projects;
        this.recommendations = recommendations;
        this.units = units;
        this.contacts = contacts;
        this.applicants = applicants;
        this.lines = lines;
        this.undecided = undecided;
    }

    /** What the task list shows beside the task's name: whose list it is. */
    @ForModels(
            name = "推荐名单标题",
            help = "任务列表中显示在任务名旁的单位名称。",
            given = Given.UNIT,
            gives = "文本，写入输入参数 subject。",
            in = "recommendation",
            written = true)
    public String subject(String unit) {
        return units.get(unit).name();
    }

    /** The sheet of a unit's list, as Markdown. */
    @ForModels(
            name = "推荐名单说明",
            help = "排序、签发、报送任务阅读的名单。",
            given = {Given.CAMPAIGN, Given.UNIT},
            gives = "文本（Markdown），写入输入参数 view。",
            in = "recommendation",
            written = true)
    public String of(String campaignId, String unit) {
        Recommendation list = recommendations.get(campaignId, unit);
        List<List<?>> rows = new ArrayList<>();
        for (Application application : projects.of(list)) {
            rows.add(List.of(
                    rows.size() + 1,
                    application.id(),
                    application.projectName(),
                    applicants.get(application.applicantId()).name()));
        }
        String page = "/desk/recommendations/" + campaignId + "/" + unit;
        Markdown sheet = new Markdown()
                .heading(Texts.of("list.heading", units.get(unit).name()))
                .line(Texts.of("list.quota"), list.quota())
                .line(Texts.of("list.count"), rows.size())
                .line(
                        Texts.of("list.destination"),
                        units.get(list.destination()).name())
                .line(
                        Texts.of("list.destination-contact"),
                        contacts.of(list.destination()).text())
                .line(
                        Texts.of("list.copies"),
                        Texts.of("list.copies-text", list.tableCopies(), list.paperCopies(), list.discCopies()))
                .table(Texts.words("list.heads"), rows)
                .link(Texts.of("list.page"), page);
        if (list.zeroReason() != null) {
            sheet.line(Texts.of("list.zero"), list.zeroReason());
        }
        leftOut(list, sheet);
        moved(list, sheet);
        undecided(list, sheet);
        if (list.state() == Recommendation.State.SENT) {
            sheet.link(Texts.of("list.counter"), page + "/arrival");
        }
        if (list.summarySha256() != null) {
            sheet.link(Texts.of("list.summary"), page + "/summary.xlsx");
        }
        return sheet.render(Texts.of("list.rest"));
    }

    /** Whom the list leaves out and why, while it may still be sent back. */
    private void leftOut(Recommendation list, Markdown sheet) {
        if (!list.open()) {
            return;
        }
        List<List<?>> rows = new ArrayList<>();
        lines.of(list).stream()
                .filter(line -> line.place() == null)
                .forEach(line -> rows.add(List.of(
                        line.application().id(),
                        line.application().projectName(),
                        line.reason().isEmpty() ? Texts.of("list.no-reason") : line.reason())));
        if (!rows.isEmpty()) {
            sheet.heading(Texts.of("list.left-out")).table(Texts.words("list.left-out-heads"), rows);
        }
    }

    /** Whom the list puts elsewhere than the order that it started from, and why. */
    private void moved(Recommendation list, Markdown sheet) {
        if (!list.open()) {
            return;
        }
        List<List<?>> rows = new ArrayList<>();
        lines.of(list).stream()
                .filter(line -> line.moved() != null)
                .forEach(line -> rows.add(List.of(
                        line.application().id(),
                        line.application().projectName(),
                        line.startPlace() == null ? Texts.of("list.not-at-start") : line.startPlace(),
                        line.place(),
                        line.moved())));
        if (!rows.isEmpty()) {
            sheet.heading(Texts.of("list.moved")).table(Texts.words("list.moved-heads"), rows);
        }
    }

    /** Applications that a signature would leave without a decision. */
    private void undecided(Recommendation list, Markdown sheet) {
        if (!list.open()) {
            return;
        }
        List<List<?>> rows = new ArrayList<>();
        undecided.submitted(list).forEach(one -> rows.add(undecidedRow(one, "list.undecided-submitted")));
        undecided.returned(list).forEach(one -> rows.add(undecidedRow(one, "list.undecided-returned")));
        undecided.unreviewed(list).forEach(one -> rows.add(undecidedRow(one, "list.undecided-unreviewed")));
        if (!rows.isEmpty()) {
            sheet.heading(Texts.of("list.undecided")).table(Texts.words("list.undecided-heads"), rows);
        }
    }

    private static List<?> undecidedRow(Application application, String whatToDo) {
        return List.of(application.id(), application.projectName(), Texts.of(whatToDo));
    }
}
