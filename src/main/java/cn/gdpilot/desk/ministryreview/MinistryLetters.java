package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.RoundDays;
import cn.gdpilot.domain.deadline.RoundDays.Period;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.text.Clauses;
import cn.gdpilot.domain.text.Texts;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Letters about the ministry's result. */
@Component
class MinistryLetters {

    private final Outbox outbox;
    private final Hearing hearing;
    private final Rounds rounds;
    private final Units units;
    private final RoundDays periods;
    private final String publicAddress;

    MinistryLetters(
            Outbox outbox,
            Hearing hearing,
            Rounds rounds,
            Units units,
            RoundDays periods,
            @Value("${pilot.public-address}") String publicAddress) {
        this.outbox = outbox;
        this.hearing = hearing;
        this.rounds = rounds;
        this.units = units;
        this.periods = periods;
        this.publicAddress = publicAddress;
    }

    /** To a project's applicant. */
    void result(LetterKind kind, String key, Application application, String why) {
        outbox.post(Letter.of(
                        key,
                        application.roundId(),
                        kind,
                        application.contact().email(),
                        Map.of(
                                "number", application.id(),
                                "project", application.projectName(),
                                "contact", application.contact().name(),
                                "grounds", why == null ? Texts.of("selection.no-grounds") : why,
                                "term", String.valueOf(periods.of(application.roundId(), Period.PILOT_TERM)),
                                "rule", Clauses.of("R3.8"),
                                "objectUntil", hearing.objectionDeadline(application.id())))
                .forApplicant(application.applicantId()));
    }

    /** To every office: the result is public. */
    void announced(String roundId, int selected) {
        units.all().forEach(unit -> announce(roundId, unit, selected));
    }

    private void announce(String roundId, Unit unit, int selected) {
        outbox.post(Letter.of(
                "announcement/" + roundId + "/" + unit.id(),
                roundId,
                LetterKind.ANNOUNCEMENT,
                unit.id(),
                Map.of(
                        "unit", unit.name(),
                        "title", rounds.get(roundId).title(),
                        "count", Texts.of("count", selected),
                        "page", publicAddress + "/results/" + roundId)));
    }
}
