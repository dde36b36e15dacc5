package cn.gdpilot.domain.identity;

import cn.gdpilot.domain.text.Refusal;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a person changes the own password. */
@Controller
@RequestMapping("/account/password")
class PasswordPage {

    private final PasswordChange passwords;

    PasswordPage(PasswordChange passwords) {
        this.passwords = passwords;
    }

    @GetMapping
    String show(Authentication signedIn, Model model) {
        model.addAttribute("due", passwords.isDue(signedIn.getName()));
        return "password";
    }

    @PostMapping
    String change(
            Authentication signedIn,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String repeated,
            Model model) {
        try {
            passwords.change(signedIn.getName(), old, wanted, repeated);
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal.getMessage());
            return show(signedIn, model);
        }
        // All sessions of the account end with its old password, this one too.
        return "redirect:/login?changed";
    }
}
