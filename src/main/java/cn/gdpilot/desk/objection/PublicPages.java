package cn.gdpilot.desk.objection;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.objection.Said;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public lists, open to everybody without a sign-in and without personal data, and the way to object to them. */
@Controller
@RequestMapping("/publicity")
class PublicPages {

    private final Publicities publicities;
    private final ObjectionDesk desk;
    private final Rounds rounds;
    private final Units units;
    private final UnitContacts contacts;
    private final PublicProjects projects;
    private final Objectors objectors;
    private final PilotClock clock;

    PublicPages(
            Publicities publicities,
            ObjectionDesk desk,
            Rounds rounds,
            Units units,
            UnitContacts contacts,
            PublicProjects projects,
            Objectors objectors,
            PilotClock clock) {
        this.publicities = publicities;
        this.desk = desk;
        this.rounds = rounds;
        this.units = units;
        this.contacts = contacts;
        this.projects = projects;
        this.objectors = objectors;
        this.clock = clock;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute(
                "shown",
                rounds.all().stream()
                        .flatMap(round -> publicities.ofRound(round.id()).stream()
                                .map(one -> new Line(
                                        one,
                                        round.title(),
                                        units.get(one.unitId()).name(),
                                        round.voidAt() == null && one.takesObjections(clock.now()))))
                        .toList());
        return "publicities";
    }

    @GetMapping("/{list}")
    String show(@PathVariable("list") long id, Authentication signedIn, Model model) {
        Publicity list = publicities.get(id);
        Round round = rounds.get(list.roundId());
        model.addAttribute("publicity", list);
        model.addAttribute("round", round.title());
        model.addAttribute("office", units.get(list.unitId()).name());
        model.addAttribute("officeContact", contacts.of(list.unitId()).text());
        model.addAttribute("running", list.takesObjections(clock.now()));
        model.addAttribute(
                "forgone",
                publicities.forgone(list.roundId()).stream()
                        .filter(one -> one.unitId().equals(list.unitId()))
                        .filter(one -> !one.decidedAt().isBefore(list.openedAt()))
                        // A further list was made public all the same.
                        .filter(one -> isNewest(list))
                        .toList());
        // The ministry recommends nothing, and announces what was not public, too.
        model.addAttribute(
                "forgoneMeans", list.unitId().equals(Unit.MINISTRY) ? "" : Texts.of("publicity.forgone-means"));
        model.addAttribute(
                "newer",
                publicities
                        .newest(list.roundId(), list.unitId())
                        .filter(newest -> newest.id() != list.id())
                        .orElse(null));
        model.addAttribute("projects", projects.of(list));
        model.addAttribute("me", objectors.applicant(signedIn).orElse(null));
        return "publicity";
    }

    private boolean isNewest(Publicity list) {
        return publicities
                .newest(list.roundId(), list.unitId())
                .filter(newest -> newest.id() == list.id())
                .isPresent();
    }

    /** Takes an objection, from an applicant that is signed in or from anybody who gives a name and a way to be reached. */
    @PostMapping("/{list}/objections")
    String object(
            @PathVariable("list") long id,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String words,
            Authentication signedIn,
            Model model) {
        try {
            Said said = objectors
                    .applicant(signedIn)
                    .map(me -> new Said(me.id(), me.name(), me.contact().email(), words, signedIn.getName()))
                    .orElseGet(() -> new Said(null, person, contact, words, Said.PUBLIC));
            model.addAttribute("taken", desk.toList(id, project, said));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("entered", new Entered(project, person, contact, words));
        }
        return show(id, signedIn, model);
    }

    /** A public list in the overview. */
    record Line(Publicity publicity, String round, String office, boolean running) {}

    /** What was typed and not taken. */
    record Entered(String project, String person, String contact, String words) {}
}
