package cn.gdpilot.desk.objection;

import cn.gdpilot.domain.calendar.Estimates;
import cn.gdpilot.domain.calendar.Times;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.objection.AnswerDueLater;
import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.objection.Objection;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.EndLetter;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Letters about an objection: to the office, to whoever objects, to the applicant whose project it changes. */
@Component
class ObjectionLetters {

    private final Hearing hearing;
    private final Outbox outbox;
    private final Units units;
    private final Applications applications;
    private final Recommendations recommendations;
    private final Times times;
    private final Estimates estimates;
    private final String publicAddress;

    ObjectionLetters(
            Hearing hearing,
            Outbox outbox,
            Units units,
            Applications applications,
            Recommendations recommendations,
            Times times,
            Estimates estimates,
            @Value("${pilot.public-address}") String publicAddress) {
        this.publicAddress = publicAddress;
        this.hearing = hearing;
        this.estimates = estimates;
        this.outbox = outbox;
        this.units = units;
        this.applications = applications;
        this.recommendations = recommendations;
        this.times = times;
    }

    void received(Objection objection) {
        Unit office = units.get(objection.unitId());
        outbox.post(letter(LetterKind.OBJECTION_ARRIVED, objection, office.id(), Map.of("due", due(objection))));
        if (objection.email() != null) {
            toObjector(LetterKind.OBJECTION_RECEIVED, objection, Map.of("due", due(objection)));
        }
    }

    /** Whoever objected was told an earlier date. */
    @EventListener
    void later(AnswerDueLater later) {
        Objection objection = later.objection();
        if (objection.email() != null) {
            toObjector(
                    LetterKind.OBJECTION_LATER,
                    objection,
                    Map.of("due", due(objection)),
                    "/" + objection.dueAt().getEpochSecond());
        }
    }

    private String due(Objection objection) {
        return times.until(objection.dueAt()) + estimates.mark(objection.receivedAt(), objection.dueAt());
    }

    void answered(Objection objection) {
        Map<String, String> answer = Map.of(
                "result", Texts.label("objection", objection.state()),
                "effect", effect(objection),
                "grounds",
                        objection.remedy() == null
                                ? objection.grounds()
                                : Texts.of("objection.remedy-grounds", objection.grounds(), objection.remedyGrounds()));
        if (objection.email() != null) {
            toObjector(LetterKind.OBJECTION_ANSWER, objection, answer);
        }
        if (objection.remedy() == Objection.Remedy.ADDED && objection.aboutState() != ApplicationState.NOT_SELECTED) {
            // What was on its way, or had come, is more by one.
            Unit next = units.get(
                    recommendations.get(objection.roundId(), objection.unitId()).destination());
            outbox.post(
                    letter(LetterKind.OBJECTION_EFFECT, objection, next.id(), toOffice(answer, objection.roundId())));
        }
        if (objection.effect() != Objection.Effect.NONE) {
            Application project = applications.get(objection.applicationId());
            if (!Objects.equals(objection.applicantId(), project.applicantId())) {
                outbox.post(letter(
                                EndLetter.OBJECTION_EFFECT.kind(),
                                objection,
                                project.contact().email(),
                                withUntil(answer, hearing.objectionDeadline(project.id())))
                        .forApplicant(project.applicantId()));
            }
        }
    }

    /** Words for what has become of the project; the officer's choice stands for several ways at once. */
    private String effect(Objection objection) {
        if (objection.remedy() != null) {
            return Texts.label("objection-remedy", objection.remedy());
        }
        if (objection.effect() != Objection.Effect.PUT_BACK || objection.carriedOut() == null) {
            return Texts.label("objection-effect", objection.effect());
        }
        return objection.carriedOut() == Reversal.ON_THE_LIST && !hearing.isPublic(objection)
                ? Texts.of("objection.candidate-only")
                : Texts.label("objection-happened", objection.carriedOut());
    }

    /** The round is void: nobody answers any more. An applicant who left no mailbox is written to as the one of its project. */
    void ended(Objection objection, String title, String reason) {
        String to = objection.email();
        if (to == null && objection.applicantId() != null) {
            to = applications.get(objection.applicationId()).contact().email();
        }
        if (to != null) {
            Letter letter = letter(LetterKind.OBJECTION_VOID, objection, to, Map.of("title", title, "grounds", reason));
            outbox.post(objection.applicantId() == null ? letter : letter.forApplicant(objection.applicantId()));
        }
    }

    /** @param until by when the applicant may object to what its project is now; empty where it may not */
    private static Map<String, String> withUntil(Map<String, String> answer, String until) {
        Map<String, String> words = new HashMap<>(answer);
        words.put("objectUntil", until);
        words.put("page", "");
        return words;
    }

    /** An office has no portal: it reads of the list that comes to it. */
    private Map<String, String> toOffice(Map<String, String> answer, String roundId) {
        Map<String, String> words = withUntil(answer, "");
        words.put("page", publicAddress + "/desk/deliveries/" + roundId);
        return words;
    }

    private void toObjector(LetterKind kind, Objection objection, Map<String, String> further) {
        toObjector(kind, objection, further, "");
    }

    /** @param which tells several letters of one kind apart */
    private void toObjector(LetterKind kind, Objection objection, Map<String, String> further, String which) {
        Letter letter = letter(kind, objection, objection.email(), further, which);
        outbox.post(objection.applicantId() == null ? letter : letter.forApplicant(objection.applicantId()));
    }

    private Letter letter(LetterKind kind, Objection objection, String to, Map<String, String> further) {
        return letter(kind, objection, to, further, "");
    }

    private Letter letter(LetterKind kind, Objection objection, String to, Map<String, String> further, String which) {
        Map<String, String> words = new HashMap<>(further);
        words.put("objection", objection.number());
        words.put("person", objection.person());
        words.put("unit", units.get(objection.unitId()).name());
        words.put("about", about(objection));
        return Letter.of(kind.text() + "/" + objection.id() + which, objection.roundId(), kind, to, words);
    }

    private String about(Objection objection) {
        return objection.applicationId() == null
                ? Texts.of("objection.whole-list")
                : Texts.of(
                        "objection.of-project",
                        applications.get(objection.applicationId()).projectName(),
                        objection.applicationId());
    }
}
