package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All received projects that may be one (R2.10), for the ministry: a person holds two apart, or selects one of them only. */
@Controller
@RequestMapping("/desk/alike/{round}")
class AlikePage {

    private final ReviewReceived projects;
    private final ReceivedAlike alike;

    AlikePage(ReviewReceived projects, ReceivedAlike alike) {
        this.projects = projects;
        this.alike = alike;
    }

    @GetMapping
    String show(@PathVariable String round, Authentication signedIn, Model model) {
        officer(signedIn);
        model.addAttribute("round", round);
        model.addAttribute("pairs", alike.of(projects.compared(round)));
        return "alike";
    }

    /** Two projects are different ones. */
    @PostMapping
    String holdApart(
            @PathVariable String round,
            @RequestParam String first,
            @RequestParam String second,
            @RequestParam(defaultValue = "") String grounds,
            Authentication signedIn,
            Model model) {
        Actor officer = officer(signedIn);
        try {
            alike.holdApart(round, projects.compared(round), first, second, grounds, officer);
            return "redirect:/desk/alike/" + round + "?held";
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("typed", List.of(first, second, grounds));
            return show(round, signedIn, model);
        }
    }

    private static Actor officer(Authentication signedIn) {
        Person person = Person.of(signedIn);
        if (!person.worksFor(Unit.MINISTRY)) {
            throw Refusal.forbidden("selection.not-yours");
        }
        return new Actor(person.username(), person.office());
    }
}
