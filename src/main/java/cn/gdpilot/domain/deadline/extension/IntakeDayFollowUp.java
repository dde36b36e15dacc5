package cn.gdpilot.domain.deadline.extension;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.deadline.IntakeDaySet;
import cn.gdpilot.domain.deadline.IntakeDays;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Clauses;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A unit's own day is set (R4.6): its applicants are told, and the last call before it takes its moment. */
@Component
class IntakeDayFollowUp {

    /** What was returned has a day of its own, which a unit's day does not change. */
    private static final Set<ApplicationState> DRAFTS = Set.of(ApplicationState.DRAFT);

    private final Units units;
    private final UnitDeadlines deadlines;
    private final IntakeDays intakes;
    private final Applications applications;
    private final RunningDates running;
    private final Outbox outbox;

    IntakeDayFollowUp(
            Units units,
            UnitDeadlines deadlines,
            IntakeDays intakes,
            Applications applications,
            RunningDates running,
            Outbox outbox) {
        this.units = units;
        this.deadlines = deadlines;
        this.intakes = intakes;
        this.applications = applications;
        this.running = running;
        this.outbox = outbox;
    }

    @EventListener
    void on(IntakeDaySet set) {
        running.move(set.round().id());
        applications.ofUnit(set.round().id(), set.unitId(), DRAFTS).forEach(one -> tell(set, one));
    }

    private void tell(IntakeDaySet set, Application one) {
        Round round = set.round();
        Unit unit = units.get(set.unitId());
        Deadline notice = deadlines.submission(round, unit.id());
        outbox.post(Letter.of(
                "intake-day/" + set.asked() + "/" + one.contact().email(),
                round.id(),
                LetterKind.INTAKE_DAY,
                one.contact().email(),
                Map.of(
                        "contact", one.contact().name(),
                        "unit", unit.name(),
                        "title", round.title(),
                        "until",
                                intakes.orEarlier(round.id(), unit.id(), notice).text(),
                        "notice", notice.text(),
                        "rule", Clauses.of("R4.6", unit.type()))));
    }
}
