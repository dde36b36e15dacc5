package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.RoundLists;
import cn.gdpilot.domain.calendar.RoundOpening;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens rounds. */
@Service
class Campaigns {

    private final Rounds rounds;
    private final Units units;
    private final OpeningLetters letters;
    private final PilotClock clock;
    private final OpeningRequests opening;
    private final RoundLists lists;

    Campaigns(
            Rounds rounds,
            Units units,
            OpeningLetters letters,
            PilotClock clock,
            OpeningRequests opening,
            RoundLists lists) {
        this.lists = lists;
        this.opening = opening;
        this.rounds = rounds;
        this.units = units;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Opens a round without a person, at the program's very first start, and tells every unit; its dates may have passed.
     *
     * @throws Refusal if a date is malformed, or the ministry's lies before the cities'
     */
    @Transactional
    public Round openFirst(String title, String noticeNumber, String cityDeadline, String ministryDeadline) {
        RoundOpening first = opening.of(null, title, noticeNumber, cityDeadline, ministryDeadline, null);
        return open(first);
    }

    /**
     * Opens what an officer asked for and, where a second person must, that person has confirmed; tells every unit.
     *
     * @throws Refusal if nobody asked for it or it is not confirmed; its dates have passed meanwhile; or a round of its year is open
     */
    @Transactional
    public Round open(String instance) {
        Round round = open(opening.take(instance));
        opening.opened(instance, round);
        return round;
    }

    private Round open(RoundOpening asked) {
        Round round = rounds.add(
                asked.year(),
                asked.title(),
                asked.noticeNumber(),
                asked.cityDeadline(),
                asked.ministryDeadline(),
                clock.now());
        lists.keepAll(round.id());
        units.all().forEach(unit -> letters.tell(round, unit));
        return round;
    }
}
