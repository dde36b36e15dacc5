package cn.gdpilot.platform.web;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page, with what the person may open, and the sign-in page for all. */
@Controller
class StartPage {

    private static final Set<String> MOVE_CLOCK = Set.of(Unit.DEPARTMENT, Group.OPERATOR, Group.CAMUNDA_ADMIN);

    private final boolean demo;

    private final List<ClientRegistration> providers = new ArrayList<>();

    StartPage(Environment environment, ObjectProvider<InMemoryClientRegistrationRepository> providers) {
        providers.ifAvailable(named -> named.forEach(this.providers::add));
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
        model.addAttribute("providers", providers);
        return "login";
    }
}
