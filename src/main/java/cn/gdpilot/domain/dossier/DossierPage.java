package cn.gdpilot.domain.dossier;

import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.record.Recorded;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** All of one application as it was handed in, for those whose unit holds or held it. */
@Controller
@RequestMapping("/dossier/{id}")
class DossierPage {

    private final DossierAccess access;
    private final HandedIn handedIn;
    private final Judged judged;

    DossierPage(DossierAccess access, HandedIn handedIn, Judged judged) {
        this.access = access;
        this.handedIn = handedIn;
        this.judged = judged;
    }

    @Recorded("dossier.opened")
    @GetMapping
    String show(@PathVariable String id, Authentication signedIn, Model model) {
        Person person = Person.of(signedIn);
        Application application = access.open(person, id);
        return page(application, application.submissions(), person, model);
    }

    /** An earlier submission, as it was then. */
    @Recorded("dossier.opened")
    @GetMapping("/versions/{version}")
    String version(@PathVariable String id, @PathVariable int version, Authentication signedIn, Model model) {
        Person person = Person.of(signedIn);
        return page(access.open(person, id), version, person, model);
    }

    private String page(Application application, int version, Person person, Model model) {
        handedIn.add(application, version, model);
        judged.add(application, version, person, model);
        model.addAttribute(
                "mayRecord", version == application.submissions() && DossierAccess.examines(person, application));
        return "dossier";
    }
}
