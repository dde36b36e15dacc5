package cn.gdpilot.platform.clock;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.record.Recorded;
import cn.gdpilot.domain.text.Refusal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The movable clock for people: whoever tries the flow out need not wait for December. */
@Controller
@Profile("!production")
class RehearsalClockPage {

    private static final LocalTime MORNING = LocalTime.of(9, 30);

    private final RehearsalClock clock;
    private final Rounds rounds;
    private final ObjectProvider<RehearsedRounds> plays;

    RehearsalClockPage(RehearsalClock clock, Rounds rounds, ObjectProvider<RehearsedRounds> plays) {
        this.plays = plays;
        this.clock = clock;
        this.rounds = rounds;
    }

    @GetMapping("/rehearsal")
    String show(Model model) {
        OffsetDateTime now = clock.now();
        model.addAttribute("now", now);
        model.addAttribute("stops", stops(now));
        model.addAttribute("rounds", plays.getIfAvailable() != null);
        return "rehearsal";
    }

    @Recorded("clock.moved")
    @PostMapping("/rehearsal")
    String move(@RequestParam("to") String to, Model model) {
        try {
            clock.moveTo(LocalDateTime.parse(to).atZone(PilotClock.GUANGDONG).toOffsetDateTime());
            return "redirect:/rehearsal?moved";
        } catch (DateTimeParseException malformed) {
            return refused(Refusal.invalid("rehearsal.malformed"), to, model);
        } catch (Refusal refusal) {
            return refused(refusal, to, model);
        }
    }

    private String refused(Refusal refusal, String entered, Model model) {
        model.addAttribute("refusal", refusal);
        model.addAttribute("entered", entered);
        return show(model);
    }

    /** The moments that one wants to see: tomorrow's reminders, the last second in time and the first one late. */
    private List<Stop> stops(OffsetDateTime now) {
        List<Stop> stops = new ArrayList<>();
        stops.add(new Stop("morning", now.plusDays(1).with(MORNING).toLocalDateTime()));
        rounds.current().ifPresent(round -> deadlines(round, stops));
        return stops.stream()
                .filter(stop -> stop.at().isAfter(now.toLocalDateTime()))
                .toList();
    }

    private static void deadlines(Round round, List<Stop> stops) {
        stops.add(new Stop("city.last", local(round.city()).minusMinutes(1)));
        stops.add(new Stop("city.late", local(round.city())));
        stops.add(new Stop("ministry.last", local(round.ministry()).minusMinutes(1)));
        stops.add(new Stop("ministry.late", local(round.ministry())));
    }

    private static LocalDateTime local(Deadline deadline) {
        return deadline.firstMomentAfter().atZone(PilotClock.GUANGDONG).toLocalDateTime();
    }

    /**
     * A moment to move to.
     *
     * @param name key of its label
     * @param at   in Guangdong's time
     */
    record Stop(String name, LocalDateTime at) {}
}
