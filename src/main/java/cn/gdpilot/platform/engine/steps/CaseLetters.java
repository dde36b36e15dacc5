package cn.gdpilot.platform.engine.steps;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.FurtherLetters;
import cn.gdpilot.domain.mail.letters.FurtherLetters.Recipient;
import cn.gdpilot.domain.opinion.CaseKey;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes the letters that models send by themselves, with the words that all of them share. */
@Component
class CaseLetters {

    private final FurtherLetters letters;
    private final Applications applications;
    private final Applicants applicants;
    private final Rounds rounds;
    private final Units units;
    private final UnitContacts contacts;
    private final Outbox outbox;

    CaseLetters(
            FurtherLetters letters,
            Applications applications,
            Applicants applicants,
            Rounds rounds,
            Units units,
            UnitContacts contacts,
            Outbox outbox) {
        this.letters = letters;
        this.applications = applications;
        this.applicants = applicants;
        this.rounds = rounds;
        this.units = units;
        this.contacts = contacts;
        this.outbox = outbox;
    }

    /**
     * Posts a letter.
     *
     * @param step tells one sending from the next
     * @throws Refusal if the letter is not declared, or not for that recipient
     */
    void send(String letter, Recipient to, CaseKey about, String step) {
        if (!letters.all().getOrDefault(letter, Set.of()).contains(to)) {
            throw Refusal.invalid("letter.none");
        }
        Application application = about.applicationId() == null ? null : applications.get(about.applicationId());
        String roundId = application == null ? about.roundId() : application.roundId();
        Unit unit = units.get(application == null ? about.unitId() : application.unitId());
        String key = "further/" + letter + "/" + to + "/" + step;
        Map<String, String> words = words(application, roundId, unit);
        if (to == Recipient.APPLICANT) {
            if (application == null) {
                throw Refusal.invalid("letter.none");
            }
            outbox.post(Letter.named(key, roundId, letter, application.contact().email(), words)
                    .forApplicant(application.applicantId()));
        } else {
            outbox.post(Letter.named(key, roundId, letter, group(to, unit), words));
        }
    }

    private static String group(Recipient to, Unit unit) {
        return switch (to) {
            case UNIT -> unit.id();
            case LEAD -> Group.of(unit.id()).lead().id();
            case DEPARTMENT -> Unit.DEPARTMENT;
            case COMMUNICATIONS -> Unit.COMMUNICATIONS;
            case MINISTRY -> Unit.MINISTRY;
            case APPLICANT -> throw new IllegalArgumentException("no group");
        };
    }

    private Map<String, String> words(Application application, String roundId, Unit unit) {
        Map<String, String> words = new HashMap<>(Map.of(
                "title", rounds.get(roundId).title(),
                "unit", unit.name(),
                "unitContact", contacts.of(unit.id()).text(),
                "number", "",
                "project", "",
                "applicant", "",
                "contact", ""));
        if (application != null) {
            words.put("number", application.id());
            words.put("project", application.projectName());
            words.put("applicant", applicants.get(application.applicantId()).name());
            words.put("contact", application.contact().name());
        }
        return words;
    }
}
