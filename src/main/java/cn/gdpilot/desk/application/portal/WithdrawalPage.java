package cn.gdpilot.desk.application.portal;

import cn.gdpilot.desk.application.ConfirmedWithdrawal;
import cn.gdpilot.desk.application.OwnApplications;
import cn.gdpilot.desk.application.WithdrawApplication;
import cn.gdpilot.desk.application.account.SignedInApplicant;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page that asks before a withdrawal, and the withdrawal. */
@Controller
@RequestMapping("/portal/applications/{id}")
class WithdrawalPage {

    private final OwnApplications own;
    private final WithdrawApplication withdraw;
    private final SignedInApplicant me;

    WithdrawalPage(OwnApplications own, WithdrawApplication withdraw, SignedInApplicant me) {
        this.own = own;
        this.withdraw = withdraw;
        this.me = me;
    }

    @GetMapping("/withdraw")
    String ask(@PathVariable String id, Model model) {
        Application application = own.get(me.id(), id);
        model.addAttribute("project", application);
        model.addAttribute("draft", application.state() == ApplicationState.DRAFT);
        model.addAttribute("withdrawable", application.state().withdrawable());
        return "withdrawal";
    }

    @PostMapping("/withdraw")
    String withdraw(@PathVariable String id, ConfirmedWithdrawal confirmed, Model model) {
        try {
            withdraw.withdraw(me.id(), id, confirmed, me.actor());
            return ApplicationModel.done(id, "withdrawn");
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("typed", confirmed);
            return ask(id, model);
        }
    }
}
