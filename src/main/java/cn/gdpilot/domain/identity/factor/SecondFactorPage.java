package cn.gdpilot.domain.identity.factor;

import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.limit.SignInThrottle;
import cn.gdpilot.domain.identity.limit.SignInTry;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.LimitRefusals;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an officer sets the second factor up, and types its code at each sign-in. */
@Controller
@RequestMapping("/account/second-factor")
public class SecondFactorPage {

    private static final String PASSED = SecondFactorPage.class.getName();

    private final SecondFactors factors;
    private final SignInThrottle throttle;
    private final LimitRefusals limits;
    private final RecordBook book;

    SecondFactorPage(SecondFactors factors, SignInThrottle throttle, LimitRefusals limits, RecordBook book) {
        this.factors = factors;
        this.throttle = throttle;
        this.limits = limits;
        this.book = book;
    }

    /** True if that account has shown its second factor in that session; null is no session. */
    public static boolean isPassed(HttpSession session, String account) {
        return session != null && account.equals(session.getAttribute(PASSED));
    }

    @GetMapping
    String show(Authentication signedIn, HttpSession session, Model model) {
        String account = signedIn.getName();
        refuseApplicants(signedIn);
        boolean on = factors.isOn(account);
        model.addAttribute("on", on);
        model.addAttribute("passed", isPassed(session, account));
        model.addAttribute(
                "compulsory", factors.isCompulsory(Person.of(signedIn).groups()));
        if (!on) {
            String secret = factors.begin(account);
            model.addAttribute("secret", secret.replaceAll("(.{4})(?=.)", "$1 "));
            model.addAttribute("qr", QrPicture.of(address(account, secret)));
        }
        return "second-factor";
    }

    /** A code: ends the setting up, or opens the session. */
    @PostMapping
    String type(
            @RequestParam(defaultValue = "") String code,
            Authentication signedIn,
            HttpServletRequest request,
            Model model) {
        String account = signedIn.getName();
        refuseApplicants(signedIn);
        SignInTry from = SignInTry.of(account, request.getRemoteAddr(), null).forPart("code");
        HttpSession session = request.getSession();
        try {
            throttle.check(from);
        } catch (Refusal wait) {
            limits.note(wait, new Actor(account, null), account);
            return refused(wait.getMessage(), signedIn, session, model);
        }
        try {
            if (!factors.isOn(account)) {
                model.addAttribute("recovery", factors.confirm(account, code.strip()));
            } else if (!factors.opens(account, code)) {
                throw Refusal.invalid("factor.wrong");
            }
        } catch (Refusal refusal) {
            throttle.failed(from);
            book.writeAtOnce(RecordEvent.of(new Actor(account, null), "second-factor.refused", account, null));
            return refused(Texts.of("factor.wrong"), signedIn, session, model);
        }
        throttle.succeeded(from);
        request.changeSessionId();
        session.setAttribute(PASSED, account);
        return model.containsAttribute("recovery") ? show(signedIn, session, model) : "redirect:/";
    }

    private String refused(String words, Authentication signedIn, HttpSession session, Model model) {
        model.addAttribute("refusal", words);
        return show(signedIn, session, model);
    }

    private static void refuseApplicants(Authentication signedIn) {
        if (Person.of(signedIn).groups().isEmpty()) {
            throw Refusal.forbidden("factor.officers");
        }
    }

    private static String address(String account, String secret) {
        String issuer = URLEncoder.encode(Texts.of("factor.issuer"), StandardCharsets.UTF_8);
        return "otpauth://totp/" + issuer + ":" + URLEncoder.encode(account, StandardCharsets.UTF_8) + "?secret="
                + secret + "&issuer=" + issuer;
    }
}
