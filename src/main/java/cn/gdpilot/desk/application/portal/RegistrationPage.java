package cn.gdpilot.desk.application.portal;

import cn.gdpilot.desk.application.account.Registration;
import cn.gdpilot.domain.project.ApplicantType;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The applicants' way in. */
@Controller
class RegistrationPage {

    private final Registration registration;

    RegistrationPage(Registration registration) {
        this.registration = registration;
    }

    @GetMapping("/register")
    String registration(Model model) {
        return page(new Registration.NewApplicant(null, null, null, null, null, null, null, null, null), model);
    }

    @PostMapping("/register")
    String register(@ModelAttribute("form") Registration.NewApplicant form, Model model) {
        try {
            registration.register(form);
            return "redirect:/login?registered";
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            return page(form, model);
        }
    }

    private String page(Registration.NewApplicant form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("types", ApplicantType.values());
        return "register";
    }
}
