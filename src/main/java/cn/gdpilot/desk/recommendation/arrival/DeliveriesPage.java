package cn.gdpilot.desk.recommendation.arrival;

import cn.gdpilot.domain.arrival.DeliveryOverview;
import cn.gdpilot.domain.arrival.DeliveryOverview.Line;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.calendar.Times;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.papers.TextTable;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What an office hands over and what it is to receive: each sees its own list and those that come to it. */
@Controller
@RequestMapping("/desk/deliveries")
class DeliveriesPage {

    private final Rounds rounds;
    private final DeliveryOverview overview;
    private final Units units;
    private final Times times;
    private final PilotClock clock;

    DeliveriesPage(Rounds rounds, DeliveryOverview overview, Units units, Times times, PilotClock clock) {
        this.rounds = rounds;
        this.overview = overview;
        this.units = units;
        this.times = times;
        this.clock = clock;
    }

    /** The round that is open now, else the newest. */
    @GetMapping
    String current(Authentication signedIn) {
        office(signedIn);
        return "redirect:/desk/deliveries/"
                + rounds.shown()
                        .orElseThrow(() -> Refusal.notFound("round.none"))
                        .id();
    }

    @GetMapping("/{round}")
    String show(@PathVariable String round, Authentication signedIn, Model model) {
        String office = office(signedIn);
        Round shown = known(round);
        List<Line> lines = overview.of(shown.id());
        model.addAttribute("round", shown);
        model.addAttribute("now", times.of(clock.now()));
        model.addAttribute(
                "own",
                lines.stream().filter(line -> line.unit().id().equals(office)).toList());
        model.addAttribute(
                "coming",
                lines.stream().filter(line -> line.destination().equals(office)).toList());
        return "deliveries";
    }

    /** The same as a table to work on. */
    @GetMapping("/{round}/deliveries.xlsx")
    ResponseEntity<byte[]> export(@PathVariable String round, Authentication signedIn) {
        String office = office(signedIn);
        List<List<String>> rows = overview.of(known(round).id()).stream()
                .filter(line ->
                        line.destination().equals(office) || line.unit().id().equals(office))
                .map(this::cells)
                .toList();
        return TextTable.download(Texts.of("delivery.file", round), Texts.words("delivery.heads"), rows);
    }

    private List<String> cells(Line line) {
        return List.of(
                line.unit().name(),
                units.get(line.destination()).name(),
                line.deadline().text(),
                line.left(),
                line.progress(),
                times.of(line.sentAt()),
                Objects.requireNonNullElse(
                        line.list() == null ? null : line.list().sentBy(), ""),
                Objects.requireNonNullElse(line.courier(), ""),
                Texts.of(
                        "list.copies-text",
                        line.there().tableCopies(),
                        line.there().paperCopies(),
                        line.there().discCopies()),
                line.missing(),
                times.of(line.arrivedAt()));
    }

    private Round known(String id) {
        try {
            return rounds.get(id);
        } catch (NoSuchElementException none) {
            throw Refusal.notFound("round.none");
        }
    }

    /** The office for which the person works; none of the others hands over or receives. */
    private static String office(Authentication signedIn) {
        String office = Person.of(signedIn).office();
        if (office == null) {
            throw Refusal.forbidden("delivery.not-yours");
        }
        return office;
    }
}
