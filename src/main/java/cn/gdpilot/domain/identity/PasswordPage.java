package cn.gdpilot.domain.identity;

import cn.gdpilot.domain.identity.limit.SignInThrottle;
import cn.gdpilot.domain.identity.limit.SignInTry;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.LimitRefusals;
import cn.gdpilot.domain.text.Refusal;
import jakarta.servlet.http.HttpServletRequest;
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
    private final SignInThrottle throttle;
    private final LimitRefusals limits;

    PasswordPage(PasswordChange passwords, SignInThrottle throttle, LimitRefusals limits) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.limits = limits;
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
            HttpServletRequest request,
            Model model) {
        try {
            change(signedIn.getName(), old, wanted, repeated, request.getRemoteAddr());
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal.getMessage());
            return show(signedIn, model);
        }
        // All sessions of the account end with its old password, this one too.
        return "redirect:/login?changed";
    }

    /** Whoever finds a session open guesses no password here either. */
    private void change(String account, String old, String wanted, String repeated, String remote) {
        SignInTry from = SignInTry.of(account, remote, null).forPart("password");
        limits.watch(new Actor(account, null), account, () -> {
            throttle.check(from);
            return null;
        });
        if (!passwords.isRight(account, old)) {
            throttle.failed(from);
            throw Refusal.invalid("password.old-wrong");
        }
        passwords.change(account, old, wanted, repeated);
        throttle.succeeded(from);
    }
}
