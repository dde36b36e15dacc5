package cn.gdpilot.desk.objection;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.objection.Objections;
import cn.gdpilot.domain.objection.Said;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An office's public lists and the objections that it answers; noting down what came by letter or telephone. */
@Controller
@RequestMapping("/desk/objections")
class ObjectionPage {

    private static final Set<String> MAKE_PUBLIC = Set.of(Unit.DEPARTMENT, Unit.MINISTRY);

    private final ObjectionDesk desk;
    private final Hearing hearing;
    private final Publicities publicities;
    private final Objections objections;
    private final Rounds rounds;
    private final PilotClock clock;

    ObjectionPage(
            ObjectionDesk desk,
            Hearing hearing,
            Publicities publicities,
            Objections objections,
            Rounds rounds,
            PilotClock clock) {
        this.desk = desk;
        this.hearing = hearing;
        this.publicities = publicities;
        this.objections = objections;
        this.rounds = rounds;
        this.clock = clock;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String round, Authentication signedIn, Model model) {
        String office = officer(signedIn).office();
        Optional<Round> shown = rounds.all().stream()
                .filter(one -> round.isBlank() || one.id().equals(round))
                .findFirst();
        List<Publicity> own = shown.map(one -> publicities.ofRound(one.id())).orElse(List.of()).stream()
                .filter(list -> list.unitId().equals(office))
                .toList();
        model.addAttribute("rounds", rounds.all());
        model.addAttribute("round", shown.orElse(null));
        model.addAttribute("makesPublic", MAKE_PUBLIC.contains(office));
        model.addAttribute("ministry", office.equals(Unit.MINISTRY));
        model.addAttribute(
                "organised",
                shown.map(one -> publicities.organised(one.id(), office)).orElse(false));
        model.addAttribute("publicities", own);
        model.addAttribute(
                "forgone",
                shown.map(one -> publicities.forgone(one.id())).orElse(List.of()).stream()
                        .filter(one -> one.unitId().equals(office))
                        .toList());
        model.addAttribute(
                "running",
                shown.filter(one -> one.voidAt() == null).map(one -> own).orElse(List.of()).stream()
                        .filter(list -> list.takesObjections(clock.now()))
                        .toList());
        model.addAttribute(
                "objections",
                shown.map(one -> objections.ofUnit(one.id(), office)).orElse(List.of()));
        return "objections";
    }

    /** Switches the publicity of the own list on or off; the model asks when it comes to it. */
    @PostMapping("/plan")
    String plan(
            @RequestParam String round,
            @RequestParam(defaultValue = "") String organised,
            Authentication signedIn,
            Model model) {
        Actor officer = officer(signedIn);
        if (!MAKE_PUBLIC.contains(officer.office())) {
            throw Refusal.forbidden("publicity.not-yours");
        }
        if (rounds.all().stream().noneMatch(one -> one.id().equals(round))) {
            throw Refusal.notFound("round.none");
        }
        hearing.organise(round, officer, "true".equals(organised));
        model.addAttribute("told", Texts.of("publicity.set"));
        return show(round, signedIn, model);
    }

    /** Notes down an objection that came by letter, telephone or in person. */
    @PostMapping
    String note(@RequestParam Map<String, String> fields, Authentication signedIn, Model model) {
        Actor officer = officer(signedIn);
        try {
            Publicity list = publicities.get(number(fields.get("publicity")));
            if (!list.unitId().equals(officer.office())) {
                throw Refusal.notFound("publicity.unknown");
            }
            Said said =
                    new Said(null, fields.get("person"), fields.get("contact"), fields.get("words"), officer.person());
            model.addAttribute(
                    "told",
                    Texts.of(
                            "objection.noted",
                            desk.toList(list.id(), fields.get("project"), said).number()));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("entered", fields);
        }
        return show("", signedIn, model);
    }

    private static long number(String text) {
        return text != null && text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }

    private static Actor officer(Authentication signedIn) {
        Person person = Person.of(signedIn);
        if (person.office() == null) {
            throw Refusal.forbidden("objection.not-yours");
        }
        return new Actor(person.username(), person.office());
    }
}
