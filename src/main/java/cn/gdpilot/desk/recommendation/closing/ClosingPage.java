package cn.gdpilot.desk.recommendation.closing;

import cn.gdpilot.domain.deadline.closing.Closings;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.text.Refusal;
import java.util.Collections;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What deadlines have closed and how far the engine has followed, for the Department and for operators: figures only. */
@Controller
class ClosingPage {

    private static final int MOST = 50;
    private static final Set<String> OPERATORS = Set.of(Group.OPERATOR, Group.CAMUNDA_ADMIN);

    private final Closings closings;

    ClosingPage(Closings closings) {
        this.closings = closings;
    }

    @GetMapping("/desk/closings")
    String show(Authentication signedIn, Model model) {
        Person person = Person.of(signedIn);
        if (!person.worksFor(Unit.DEPARTMENT) && Collections.disjoint(person.groups(), OPERATORS)) {
            throw Refusal.forbidden("closing.not-yours");
        }
        model.addAttribute("closings", closings.newest(MOST));
        model.addAttribute("waiting", closings.waiting());
        return "closings";
    }
}
