package cn.gdpilot.desk.application.account;

import cn.gdpilot.domain.record.LimitRefusals;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.web.PageErrors;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the link of a confirmation letter leads, without a sign-in, and where another letter is asked for. */
@Controller
class ConfirmationPages {

    private final MailConfirmation confirmation;
    private final LimitRefusals limits;
    private final SignedInApplicant me;

    ConfirmationPages(MailConfirmation confirmation, LimitRefusals limits, SignedInApplicant me) {
        this.confirmation = confirmation;
        this.limits = limits;
        this.me = me;
    }

    /** Confirms nothing yet: programs that look into mail open links, too. */
    @GetMapping("/confirm")
    String ask(@RequestParam(defaultValue = "") String token, Model model) {
        model.addAttribute("token", token);
        return "confirm";
    }

    @PostMapping("/confirm")
    String confirm(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        try {
            confirmation.confirm(token);
            model.addAttribute("confirmed", true);
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            PageErrors.head(refusal, response);
        }
        return "confirm";
    }

    @GetMapping("/portal/confirmation")
    String show(Model model) {
        model.addAttribute("state", confirmation.state(me.id()));
        return "confirmation";
    }

    @PostMapping("/portal/confirmation")
    String sendAgain(Model model, HttpServletResponse response) {
        try {
            limits.watch(me.actor(), null, () -> {
                confirmation.send(me.id(), me.actor());
                return null;
            });
            return "redirect:/portal/confirmation?sent";
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            PageErrors.head(refusal, response);
            return show(model);
        }
    }
}
