package cn.gdpilot.desk.application.account;

import cn.gdpilot.domain.text.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who acts for an applicant, whom they invite, and where the invited come in. */
@Controller
class ColleaguePages {

    private final Colleagues colleagues;
    private final SignedInApplicant me;

    ColleaguePages(Colleagues colleagues, SignedInApplicant me) {
        this.colleagues = colleagues;
        this.me = me;
    }

    @GetMapping("/portal/people")
    String people(Model model) {
        model.addAttribute("me", me.actor().person());
        model.addAttribute("members", colleagues.members(me.id()));
        model.addAttribute("invitations", colleagues.invitations(me.id()));
        return "people";
    }

    @PostMapping("/portal/people")
    String invite(@RequestParam(defaultValue = "") String email, Model model) {
        try {
            colleagues.invite(me.id(), email, me.actor());
            return "redirect:/portal/people?invited";
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("email", email);
            return people(model);
        }
    }

    @PostMapping("/portal/people/{invitation}/revoke")
    String revoke(@PathVariable long invitation) {
        colleagues.revoke(me.id(), invitation, me.actor());
        return "redirect:/portal/people?revoked";
    }

    @PostMapping("/portal/people/close")
    String close(@RequestParam String username, Model model) {
        try {
            colleagues.close(me.id(), username, me.actor());
            return "redirect:/portal/people?closed";
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            return people(model);
        }
    }

    @GetMapping("/join")
    String invited(@RequestParam(defaultValue = "") String token, Model model) {
        model.addAttribute("applicant", colleagues.invitedBy(token));
        model.addAttribute("token", token);
        return "join";
    }

    @PostMapping("/join")
    String join(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            Model model) {
        String page = invited(token, model);
        try {
            colleagues.join(token, email, username, password);
            return "redirect:/login?registered";
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("email", email);
            model.addAttribute("username", username);
            return page;
        }
    }
}
