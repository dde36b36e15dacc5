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
    public String subject(String objectionId) {
        Objection objection = get(objectionId);
        String about = objection.applicationId() == null
                ? Texts.of("objection.whole-list")
                : applications.get(objection.applicationId()).projectName();
        return objection.number() + " " + about;
    }

    /** The sheet of one objection, as Markdown. */
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
    public boolean remedyNeeded(String objectionId) {
        return late.isFor(get(objectionId));
    }

    public Date dueAt(String objectionId) {
        return date(objectionId).due();
    }

    public Date followUpAt(String objectionId) {
        return date(objectionId).followUp();
    }

    /** Nine o'clock of the days before and after it is due. */
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
