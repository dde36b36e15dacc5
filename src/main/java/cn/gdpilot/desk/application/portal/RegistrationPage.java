package cn.gdpilot.desk.application.portal;

import cn.gdpilot.desk.application.account.Registration;
import cn.gdpilot.domain.project.ApplicantType;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.web.PageErrors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
    String register(
            @ModelAttribute("form") Registration.NewApplicant form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            registration.register(form, request.getRemoteAddr());
            return "redirect:/login?registered";
        } catch (Refusal refusal) {
            if (refusal.limit() != null) {
                PageErrors.head(refusal, response);
            }
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
