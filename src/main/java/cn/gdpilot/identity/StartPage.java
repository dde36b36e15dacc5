package cn.gdpilot.identity;

import java.util.Collections;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page, with what the person may open, and the sign-in page for all. */
@Controller
class StartPage {

    private static final Set<String> MOVE_CLOCK = Set.of("dept-44", "operator", "camunda-admin");

    private final boolean demo;

    StartPage(Environment environment) {
        this.demo = !environment.acceptsProfiles(Profiles.of("production"));
    }

    @GetMapping("/")
    String start(Authentication signedIn, Model model) {
        Person person = Person.of(signedIn);
        model.addAttribute("person", person);
        model.addAttribute("applicant", person.groups().isEmpty());
        model.addAttribute("mayMoveClock", demo && !Collections.disjoint(person.groups(), MOVE_CLOCK));
        return "start";
    }

    @GetMapping("/login")
    String signIn(Model model) {
        model.addAttribute("demo", demo);
        return "login";
    }
}
