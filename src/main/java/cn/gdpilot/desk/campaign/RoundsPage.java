package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.RoundOpenings;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.voiding.VoidRequests;
import cn.gdpilot.domain.deadline.voiding.VoidRound;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.contact.ReadOfficeLists;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.NoSuchElementException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The Department's page of all rounds, and of one: how it stands, and making it void. */
@Controller
@RequestMapping("/desk/rounds")
class RoundsPage {

    private final Rounds rounds;
    private final RoundOpenings openings;
    private final VoidRound voiding;
    private final VoidRequests requests;
    private final AddUnit added;
    private final ReadOfficeLists offices;

    RoundsPage(
            Rounds rounds,
            RoundOpenings openings,
            VoidRound voiding,
            VoidRequests requests,
            AddUnit added,
            ReadOfficeLists offices) {
        this.offices = offices;
        this.added = added;
        this.rounds = rounds;
        this.openings = openings;
        this.voiding = voiding;
        this.requests = requests;
    }

    @GetMapping
    String all(Authentication signedIn, Model model) {
        officer(signedIn);
        model.addAttribute("rounds", rounds.all());
        model.addAttribute("declined", openings.declined());
        return "rounds";
    }

    @GetMapping("/{round}")
    String show(@PathVariable String round, Authentication signedIn, Model model) {
        Person officer = officer(signedIn);
        Round shown = known(round);
        model.addAttribute("round", shown);
        model.addAttribute("requests", requests.of(shown.id()));
        model.addAttribute("alone", voiding.alone());
        model.addAttribute("without", added.without(shown));
        model.addAttribute("me", officer.username());
        model.addAttribute("decides", VoidRound.decides(officer));
        return "round";
    }

    /** Asks to make the round void. */
    @PostMapping("/{round}/void")
    String ask(
            @PathVariable String round,
            @RequestParam(defaultValue = "") String reason,
            Authentication signedIn,
            Model model) {
        Person officer = officer(signedIn);
        try {
            boolean isVoid = voiding.ask(known(round).id(), reason, officer);
            model.addAttribute("done", Texts.of(isVoid ? "void.done" : "void.asked"));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("reason", reason);
        }
        return show(round, signedIn, model);
    }

    /** Decides what a colleague has asked for. */
    @PostMapping("/{round}/void/{request}")
    String decide(
            @PathVariable String round,
            @PathVariable long request,
            @RequestParam(defaultValue = "") String decision,
            Authentication signedIn,
            Model model) {
        Person officer = officer(signedIn);
        try {
            boolean granted = decision.equals("GRANT");
            if (!granted && !decision.equals("REFUSE")) {
                throw Refusal.invalid("grant.action");
            }
            voiding.decide(known(round).id(), request, granted, officer);
            model.addAttribute("done", Texts.of(granted ? "void.done" : "void.declined"));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
        }
        return show(round, signedIn, model);
    }

    /** Begins the list of a unit that has none in the round. */
    @PostMapping("/{round}/units")
    String add(
            @PathVariable String round,
            @RequestParam(defaultValue = "") String unit,
            Authentication signedIn,
            Model model) {
        Person officer = officer(signedIn);
        try {
            added.add(known(round).id(), unit, officer);
            model.addAttribute("done", Texts.of("unit.added"));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
        }
        return show(round, signedIn, model);
    }

    /** Reads the lists of offices again, so that the new ones can be added. */
    @PostMapping("/{round}/unit-list")
    String readLists(@PathVariable String round, Authentication signedIn, Model model) {
        Person officer = officer(signedIn);
        try {
            offices.read(officer);
            model.addAttribute("done", Texts.of("unit.lists-read"));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
        }
        return show(round, signedIn, model);
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
        if (!person.worksFor(Unit.DEPARTMENT)) {
            throw Refusal.forbidden("void.not-yours");
        }
        return person;
    }
}
