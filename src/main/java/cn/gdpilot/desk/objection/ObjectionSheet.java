package cn.gdpilot.desk.objection;

import cn.gdpilot.domain.calendar.Times;
import cn.gdpilot.domain.deadline.DueDate;
import cn.gdpilot.domain.deadline.DueDates;
import cn.gdpilot.domain.duplicate.Likenesses;
import cn.gdpilot.domain.duplicate.Likenesses.Likeness;
import cn.gdpilot.domain.objection.Objection;
import cn.gdpilot.domain.objection.Objections;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Markdown;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import java.util.Date;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the model asks about an objection: {@code ${objectionSheet.of(objectionId)}}. */
@Component
public class ObjectionSheet {

    private final Objections objections;
    private final Applications applications;
    private final DueDates dates;
    private final Recommendations recommendations;
    private final Likenesses likenesses;
    private final AnsweredLate late;
    private final Times times;

    ObjectionSheet(
            Objections objections,
            Applications applications,
            DueDates dates,
            Recommendations recommendations,
            Likenesses likenesses,
            AnsweredLate late,
            Times times) {
        this.objections = objections;
        this.applications = applications;
        this.dates = dates;
        this.recommendations = recommendations;
        this.likenesses = likenesses;
        this.late = late;
        this.times = times;
    }

    /** What the task list shows beside the task's name. */
    @ForModels(
            name = "异议标题",
            help = "任务列表中显示在任务名旁的异议编号和事项。",
            given = Given.OBJECTION,
            gives = "文本，写入输入参数 subject。",
            in = "objection",
            written = true)
    public String subject(String objectionId) {
        Objection objection = get(objectionId);
        String about = objection.applicationId() == null
                ? Texts.of("objection.whole-list")
                : applications.get(objection.applicationId()).projectName();
        return objection.number() + " " + about;
    }

    /** The sheet of one objection, as Markdown. */
    @ForModels(
            name = "异议说明",
            help = "经办人阅读的异议和有关项目。",
            given = Given.OBJECTION,
            gives = "文本（Markdown），写入输入参数 view。",
            in = "objection",
            written = true)
    public String of(String objectionId) {
        Objection objection = get(objectionId);
        Markdown sheet = new Markdown()
                .heading(Texts.of("objection.heading", objection.number()))
                .line(
                        Texts.of("objection.kind"),
                        Texts.of(objection.publicityId() == null ? "objection.to-outcome" : "objection.to-list"))
                .line(Texts.of("objection.by"), objection.person())
                .line(Texts.of("objection.reach"), objection.contact())
                .line(Texts.of("objection.at"), times.of(objection.receivedAt()));
        if (objection.aboutState() != null) {
            sheet.line(Texts.of("objection.about-state"), Texts.label("state", objection.aboutState()));
        }
        sheet.line(Texts.of("objection.said"), objection.words());
        if (objection.applicationId() != null) {
            Application project = applications.get(objection.applicationId());
            sheet.line(Texts.of("field.number"), project.id())
                    .line(Texts.of("field.projectName"), project.projectName())
                    .line(Texts.of("objection.now"), Texts.label("state", project.state()))
                    .link(Texts.of("sheet.dossier"), "/dossier/" + project.id());
        }
        return sheet.paragraph(Texts.of("objection.how")).render("");
    }

    /** What the lead reads: the objection, the answer, and whether the list has a place left. */
    @ForModels(
            name = "补列说明",
            help = "负责人阅读的异议、答复和名额情况。",
            given = Given.OBJECTION,
            gives = "文本（Markdown），写入输入参数 view。",
            in = "objection",
            written = true)
    public String ofRemedy(String objectionId) {
        Objection objection = get(objectionId);
        Markdown sheet = new Markdown()
                .heading(Texts.of("objection.remedy-heading", objection.number()))
                .line(Texts.of("objection.said"), objection.words())
                .line(Texts.of("objection.answer"), objection.grounds())
                .line(Texts.of("objection.answered-by"), objection.answeredBy());
        Application project = applications.get(objection.applicationId());
        sheet.line(Texts.of("field.number"), project.id())
                .line(Texts.of("field.projectName"), project.projectName())
                .line(Texts.of("objection.now"), Texts.label("state", project.state()));
        if (project.state() != ApplicationState.NOT_SELECTED) {
            Recommendation list = recommendations.get(objection.roundId(), objection.unitId());
            sheet.line(
                    Texts.of("objection.places"),
                    Texts.of(
                            "objection.places-text",
                            recommendations.ranked(list).size(),
                            list.quota()));
        }
        if (project.state() == ApplicationState.NOT_FORWARDED) {
            tellLikenesses(sheet, likenesses.of(project.id()));
        }
        return sheet.link(Texts.of("sheet.dossier"), "/dossier/" + project.id())
                .paragraph(Texts.of("objection.remedy-how"))
                .render("");
    }

    /** What failed the first review was compared with nothing, so whoever adds it is told what it resembles (R2.5, R3.7). */
    private static void tellLikenesses(Markdown sheet, List<Likeness> alike) {
        if (!alike.isEmpty()) {
            sheet.paragraph(Texts.of("objection.alike"))
                    .table(
                            List.of(
                                    Texts.of("field.number"),
                                    Texts.of("field.projectName"),
                                    Texts.of("field.applicant"),
                                    Texts.of("objection.alike-verdict")),
                            alike.stream().map(ObjectionSheet::row).toList());
        }
    }

    private static List<?> row(Likeness one) {
        String verdict = Texts.label("duplicate-verdict", one.judgement().verdict());
        return List.of(
                one.number(),
                one.projectName(),
                one.applicant(),
                Texts.of("objection.alike-said", verdict, one.judgement().message()));
    }

    /** True if the office's list has gone, so that the answer alone carries nothing out and the lead decides. */
    @ForModels(
            name = "是否须负责人决定",
            help = "名单已送出，须由负责人决定是否补列。",
            given = Given.OBJECTION,
            gives = "true 或 false。",
            in = "objection")
    public boolean remedyNeeded(String objectionId) {
        return late.isFor(get(objectionId));
    }

    @ForModels(name = "答复截止", help = "异议应当答复的时刻。", given = Given.OBJECTION, gives = "时刻。", in = "objection")
    public Date dueAt(String objectionId) {
        return date(objectionId).due();
    }

    @ForModels(name = "答复待办出现", help = "答复任务进入“需要处理”的时刻。", given = Given.OBJECTION, gives = "时刻。", in = "objection")
    public Date followUpAt(String objectionId) {
        return date(objectionId).followUp();
    }

    /** Nine o'clock of the days before and after it is due. */
    @ForModels(
            name = "答复提醒",
            help = "答复期限前后各日九时的提醒，用于定时循环（timeCycle）。",
            given = Given.OBJECTION,
            gives = "循环的时刻。",
            in = "objection")
    public String reminders(String objectionId) {
        return date(objectionId).reminders();
    }

    private DueDate date(String objectionId) {
        Objection objection = get(objectionId);
        return dates.ofWork(objection.roundId(), objection.dueAt());
    }

    private Objection get(String objectionId) {
        return objections.get(Long.parseLong(objectionId));
    }
}
