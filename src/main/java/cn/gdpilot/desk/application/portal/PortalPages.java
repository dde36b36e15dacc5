package cn.gdpilot.desk.application.portal;

import cn.gdpilot.desk.application.BeginDraft;
import cn.gdpilot.desk.application.account.SignedInApplicant;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationForm;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Refusal;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The overview of an applicant's own applications, and a new draft. */
@Controller
class PortalPages {

    private final BeginDraft drafts;
    private final Applicants applicants;
    private final Applications applications;
    private final Rounds rounds;
    private final Units units;
    private final ShownDeadlines shown;
    private final Holder holder;
    private final SignedInApplicant me;

    PortalPages(
            BeginDraft drafts,
            Applicants applicants,
            Applications applications,
            Rounds rounds,
            Units units,
            ShownDeadlines shown,
            Holder holder,
            SignedInApplicant me) {
        this.drafts = drafts;
        this.applicants = applicants;
        this.applications = applications;
        this.rounds = rounds;
        this.units = units;
        this.shown = shown;
        this.holder = holder;
        this.me = me;
    }

    @GetMapping("/portal")
    String overview(Model model) {
        model.addAttribute("applicant", applicants.get(me.id()));
        model.addAttribute(
                "lines",
                applications.ofApplicant(me.id()).stream().map(this::line).toList());
        model.addAttribute("round", rounds.current().orElse(null));
        model.addAttribute("units", units.takingApplications());
        model.addAttribute("ownDays", rounds.current().map(shown::ownDays).orElse(Map.of()));
        model.addAttribute("mostDrafts", drafts.most());
        return "portal";
    }

    @PostMapping("/portal/applications")
    String begin(@RequestParam String unit, @RequestParam String projectName, Model model) {
        ApplicationForm nothing = new ApplicationForm(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null);
        try {
            return "redirect:/portal/applications/" + drafts.begin(me.id(), unit, projectName, nothing, me.actor());
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("projectName", projectName);
            model.addAttribute("chosenUnit", unit);
            return overview(model);
        }
    }

    private OverviewLine line(Application application) {
        String deadline =
                application.state().editable() && holder.closed(application).isEmpty()
                        ? shown.of(application).text()
                        : null;
        return new OverviewLine(application, holder.of(application), holder.next(application), deadline);
    }
}
