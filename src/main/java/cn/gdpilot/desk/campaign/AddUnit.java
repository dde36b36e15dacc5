package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a unit that came to the list of units while a round runs its own list in that round (R3.1). */
@Service
class AddUnit {

    private final Rounds rounds;
    private final Units units;
    private final UnitDeadlines deadlines;
    private final Recommendations recommendations;
    private final CampaignProcess process;
    private final RecordBook book;
    private final PilotClock clock;
    private final OpeningLetters letters;

    AddUnit(
            Rounds rounds,
            Units units,
            UnitDeadlines deadlines,
            Recommendations recommendations,
            CampaignProcess process,
            RecordBook book,
            PilotClock clock,
            OpeningLetters letters) {
        this.letters = letters;
        this.rounds = rounds;
        this.units = units;
        this.deadlines = deadlines;
        this.recommendations = recommendations;
        this.process = process;
        this.book = book;
        this.clock = clock;
    }

    /** The units that take applications, have no list in that round and can still deliver one. The CA begins after its review. */
    List<Unit> without(Round round) {
        return round.open()
                ? units.takingApplications().stream()
                        .filter(unit -> !unit.id().equals(Unit.COMMUNICATIONS))
                        .filter(unit ->
                                recommendations.find(round.id(), unit.id()).isEmpty())
                        .filter(unit -> !process.hasBegun(round.id(), unit.id()))
                        .filter(unit ->
                                deadlines.delivery(round.id(), unit.id()).includes(clock.now()))
                        .toList()
                : List.of();
    }

    /**
     * Begins the unit's recommendation and tells it so; its list follows within the next job.
     *
     * @throws Refusal if the round is over, or the unit has a list in it, cannot have one, or its deadline has passed
     */
    @Transactional
    public void add(String roundId, String unitId, Person officer) {
        Round round = rounds.lock(roundId);
        if (!round.open()) {
            throw Refusal.conflict(round.voidAt() == null ? "unit.round-over" : "unit.round-void");
        }
        if (units.find(unitId).isEmpty()) {
            throw Refusal.invalid("unit.choose");
        }
        if (without(round).stream().noneMatch(unit -> unit.id().equals(unitId))) {
            throw Refusal.conflict("unit.has-list");
        }
        process.add(roundId, unitId);
        letters.tell(round, units.get(unitId));
        book.write(RecordEvent.of(
                new Actor(officer.username(), Unit.DEPARTMENT), "round.unit-added", roundId + "/" + unitId, null));
    }
}
