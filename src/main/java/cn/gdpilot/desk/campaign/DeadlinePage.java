package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.arrival.DeliveryOverview;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.Deadlines;
import cn.gdpilot.domain.deadline.extension.Extension;
import cn.gdpilot.domain.deadline.extension.ExtensionRequests;
import cn.gdpilot.domain.deadline.extension.Extensions;
import cn.gdpilot.domain.deadline.extension.LateApplications;
import cn.gdpilot.domain.deadline.extension.ReopenedWindow;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The Department's and the ministry's page of a round's deadlines: who has delivered, who has not, how long it is still; and later dates. */
@Controller
@RequestMapping("/desk/deadlines")
class DeadlinePage {

    private final Rounds rounds;
    private final Extensions extensions;
    private final ExtensionRequests requests;
    private final Deadlines dates;
    private final DeliveryOverview overview;
    private final RoundPlan plan;
    private final PilotClock clock;
    private final LateApplications late;

    DeadlinePage(
            Rounds rounds,
            Extensions extensions,
            ExtensionRequests requests,
            Deadlines dates,
            DeliveryOverview overview,
            RoundPlan plan,
            PilotClock clock,
            LateApplications late) {
        this.late = late;
        this.plan = plan;
        this.rounds = rounds;
        this.extensions = extensions;
        this.requests = requests;
        this.dates = dates;
        this.overview = overview;
        this.clock = clock;
    }

    /** The round that is open now, else the newest. */
    @GetMapping
    String current(Authentication signedIn) {
        officer(signedIn);
        Round round = rounds.shown().orElseThrow(() -> Refusal.notFound("round.none"));
        return "redirect:/desk/deadlines/" + round.id();
    }

    @GetMapping("/{round}")
    String show(@PathVariable String round, Authentication signedIn, Model model) {
        Actor me = Extensions.officer(officer(signedIn));
        Round shown = known(round);
        model.addAttribute("round", shown);
        model.addAttribute("city", shown.city());
        model.addAttribute("ministry", shown.ministry());
        model.addAttribute("calendarNote", calendarNote(shown));
        model.addAttribute("plan", shown.open() ? plan.of(shown) : List.of());
        model.addAttribute("now", new Deadline(clock.now()).text());
        model.addAttribute("me", signedIn.getName());
        model.addAttribute("lines", overview.of(round));
        model.addAttribute("units", extensions.singleUnits(me));
        model.addAttribute("all", Extensions.moves(me, null));
        model.addAttribute("waits", Unit.MINISTRY.equals(me.office()) && shown.open() && isWaitedFor(shown));
        model.addAttribute("extensions", requests.of(round));
        model.addAttribute(
                "mine",
                requests.of(round).stream()
                        .filter(one -> Extensions.moves(me, one.unitId()))
                        .map(Extension::id)
                        .toList());
        return "deadlines";
    }

    /** Asks for a later date. */
    @PostMapping("/{round}")
    String ask(
            @PathVariable String round,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) DeadlineKind kind,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String grounds,
            Authentication signedIn,
            Model model) {
        Person officer = officer(signedIn);
        try {
            extensions.ask(known(round).id(), unit, kind, date.strip(), grounds, officer);
            model.addAttribute("done", Texts.of("extension.asked"));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("unit", unit);
            model.addAttribute("kind", kind);
            model.addAttribute("date", date);
            model.addAttribute("grounds", grounds);
        }
        return show(round, signedIn, model);
    }

    /** Decides what a colleague has asked for, or takes back what one has asked for oneself. */
    @PostMapping("/{round}/{extension}")
    String decide(
            @PathVariable String round,
            @PathVariable long extension,
            @RequestParam(defaultValue = "") String decision,
            Authentication signedIn,
            Model model) {
        Person officer = officer(signedIn);
        try {
            model.addAttribute("done", Texts.of(answer(known(round).id(), extension, decision, officer)));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
        }
        return show(round, signedIn, model);
    }

    /** The words for it when it is done. */
    private String answer(String round, long extension, String decision, Person officer) {
        switch (decision) {
            case "GRANT" -> {
                extensions.decide(round, extension, true, officer);
                return grantedWords(round, extension);
            }
            case "REFUSE" -> {
                extensions.decide(round, extension, false, officer);
                return "extension.refused";
            }
            case "WITHDRAW" -> {
                extensions.withdraw(round, extension, officer);
                return "extension.withdrawn";
            }
            default -> throw Refusal.invalid("grant.action");
        }
    }

    /** Something was in time at the Department, and its own deadline towards the ministry has closed it. */
    private boolean isWaitedFor(Round round) {
        return late.any(new ReopenedWindow(round.id(), Unit.DEPARTMENT, "", round.ministry(), false));
    }

    /** Null where the dates of the round need no list of working days that is missing. */
    private String calendarNote(Round round) {
        return Stream.of(dates.ofCities(round.id()), dates.ofMinistry(round.id()), dates.ofMinistryReview(round.id()))
                .flatMap(date -> date.calendarNote().stream())
                .filter(note -> round.open())
                .findFirst()
                .orElse(null);
    }

    private String grantedWords(String round, long id) {
        boolean reopens = requests.of(round).stream().anyMatch(one -> one.id() == id && one.reopens());
        return reopens ? "extension.reopened" : "extension.granted";
    }

    private Round known(String id) {
        try {
            return rounds.get(id);
        } catch (NoSuchElementException none) {
            throw Refusal.notFound("round.none");
        }
    }

    private static Person officer(Authentication signedIn) {
        Person person = Person.of(signedIn);
        Extensions.officer(person);
        return person;
    }
}
