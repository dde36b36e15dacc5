package cn.gdpilot.platform.web;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The start page, with what the person may open, and the sign-in page for all. */
@Controller
class StartPage {

    private static final Set<String> MOVE_CLOCK = Set.of(Unit.DEPARTMENT, Group.OPERATOR, Group.CAMUNDA_ADMIN);

    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{8}");

    private final boolean demo;
    private final String releasers;

    private final Map<String, String> providers = new TreeMap<>();

    /** @param providers as the settings name them: asking one of them for its addresses would hold this page up */
    StartPage(Environment environment, ObjectProvider<OAuth2ClientProperties> providers) {
        providers.ifAvailable(settings -> settings.getRegistration()
                .forEach((id, one) -> this.providers.put(id, one.getClientName() == null ? id : one.getClientName())));
        this.releasers = environment.getRequiredProperty("pilot.models.release-group");
        this.demo = !environment.acceptsProfiles(Profiles.of("production"));
    }

    @GetMapping("/")
    String start(Authentication signedIn, Model model) {
        Person person = Person.of(signedIn);
        model.addAttribute("person", person);
        model.addAttribute("applicant", person.groups().isEmpty());
        model.addAttribute("mayMoveClock", demo && !Collections.disjoint(person.groups(), MOVE_CLOCK));
        model.addAttribute("releases", person.groups().contains(releasers));
        return "start";
    }

    @GetMapping("/login")
    String signIn(@RequestParam(name = "provider", required = false) String failure, Model model) {
        model.addAttribute("failure", failure != null && NUMBER.matcher(failure).matches() ? failure : null);
        model.addAttribute("demo", demo);
        model.addAttribute("providers", providers);
        return "login";
    }
}
