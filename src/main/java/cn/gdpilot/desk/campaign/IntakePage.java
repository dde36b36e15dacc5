package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.IntakeDays;
import cn.gdpilot.domain.deadline.SetIntakeDay;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
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

/** A unit's page of its own earlier day for applicants (R4.6). */
@Controller
@RequestMapping("/desk/intake")
class IntakePage {

    private final Rounds rounds;
    private final Units units;
    private final UnitDeadlines deadlines;
    private final IntakeDays days;
    private final SetIntakeDay setting;

    IntakePage(Rounds rounds, Units units, UnitDeadlines deadlines, IntakeDays days, SetIntakeDay setting) {
        this.rounds = rounds;
        this.units = units;
        this.deadlines = deadlines;
        this.days = days;
        this.setting = setting;
    }

    /** The round that is open now, else the newest. */
    @GetMapping
    String current(Authentication signedIn) {
        unit(signedIn);
        return "redirect:/desk/intake/"
                + rounds.shown()
                        .orElseThrow(() -> Refusal.notFound("round.none"))
                        .id();
    }

    @GetMapping("/{round}")
    String show(@PathVariable String round, Authentication signedIn, Model model) {
        Unit unit = unit(signedIn);
        Round shown = known(round);
        model.addAttribute("round", shown);
        model.addAttribute("unit", unit);
        model.addAttribute("notice", deadlines.submission(shown, unit.id()));
        model.addAttribute("own", setting.until(shown, unit.id()));
        model.addAttribute("days", days.of(shown.id(), unit.id()));
        model.addAttribute("me", signedIn.getName());
        model.addAttribute("signs", SetIntakeDay.signs(unit.id(), Person.of(signedIn)));
        return "intake";
    }

    /** Asks for a day. */
    @PostMapping("/{round}")
    String ask(
            @PathVariable String round,
            @RequestParam(defaultValue = "") String date,
            Authentication signedIn,
            Model model) {
        Unit unit = unit(signedIn);
        try {
            setting.ask(known(round).id(), unit.id(), date, Person.of(signedIn));
            model.addAttribute("done", Texts.of("intake.asked"));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("date", date);
        }
        return show(round, signedIn, model);
    }

    /** Decides what a colleague has asked for. */
    @PostMapping("/{round}/{request}")
    String decide(
            @PathVariable String round,
            @PathVariable long request,
            @RequestParam(defaultValue = "") String decision,
            Authentication signedIn,
            Model model) {
        Unit unit = unit(signedIn);
        try {
            boolean granted = decision.equals("GRANT");
            if (!granted && !decision.equals("REFUSE")) {
                throw Refusal.invalid("grant.action");
            }
            setting.decide(known(round).id(), unit.id(), request, granted, Person.of(signedIn));
            model.addAttribute("done", Texts.of(granted ? "intake.set" : "intake.declined"));
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

    private Unit unit(Authentication signedIn) {
        String office = Person.of(signedIn).office();
        if (office == null || !units.get(office).type().takesApplications()) {
            throw Refusal.forbidden("intake.not-yours");
        }
        return units.get(office);
    }
}
