package cn.gdpilot.desk.objection;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.ApplicantAccounts;
import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.objection.Objections;
import cn.gdpilot.domain.objection.Said;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An applicant's objections to the outcome of a project of its own, and the answers. */
@Controller
@RequestMapping("/portal/applications/{id}/objections")
class OutcomeObjectionPage {

    private final ObjectionDesk desk;
    private final Hearing hearing;
    private final Objections objections;
    private final Applications applications;
    private final Applicants applicants;
    private final ApplicantAccounts accounts;
    private final PilotClock clock;

    OutcomeObjectionPage(
            ObjectionDesk desk,
            Hearing hearing,
            Objections objections,
            Applications applications,
            Applicants applicants,
            ApplicantAccounts accounts,
            PilotClock clock) {
        this.desk = desk;
        this.hearing = hearing;
        this.objections = objections;
        this.applications = applications;
        this.applicants = applicants;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String id, Authentication signedIn, Model model) {
        Applicant me = me(signedIn);
        Application project = own(id, me);
        model.addAttribute("project", project);
        model.addAttribute(
                "until",
                hearing.objectableUntil(project)
                        .filter(end -> clock.now().isBefore(end))
                        .orElse(null));
        model.addAttribute("objections", objections.ofApplicant(me.id(), id));
        return "objection";
    }

    @PostMapping
    String object(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String words,
            Authentication signedIn,
            Model model) {
        Applicant me = me(signedIn);
        Application project = own(id, me);
        try {
            model.addAttribute(
                    "taken",
                    desk.toOutcome(
                            id, new Said(me.id(), me.name(), project.contact().email(), words, signedIn.getName())));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("words", words);
        }
        return show(id, signedIn, model);
    }

    private Applicant me(Authentication signedIn) {
        return accounts.find(signedIn.getName())
                .map(account -> applicants.get(account.applicantId()))
                .orElseThrow(() -> Refusal.forbidden("account.no-applicant"));
    }

    private Application own(String id, Applicant me) {
        return applications
                .find(id)
                .filter(project -> project.applicantId() == me.id())
                .orElseThrow(() -> Refusal.notFound("application.unknown", id));
    }
}
