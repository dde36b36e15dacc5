package cn.gdpilot.desk.application.account;

import java.time.Period;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells what is stored of persons, what for and how long, before anybody types anything. */
@Controller
class PrivacyNotice {

    private final Period kept;

    PrivacyNotice(@Value("${pilot.privacy.keep-contacts}") Period kept) {
        this.kept = kept;
    }

    @GetMapping("/privacy")
    String show(Model model) {
        model.addAttribute("keptYears", kept.getYears());
        return "privacy";
    }
}
