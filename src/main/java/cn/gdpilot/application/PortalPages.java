package cn.gdpilot.application;

import cn.gdpilot.audit.Timeline;
import cn.gdpilot.calendar.Rounds;
import cn.gdpilot.dossier.MaterialKind;
import cn.gdpilot.dossier.Materials;
import cn.gdpilot.dossier.Receipts;
import cn.gdpilot.identity.Units;
import cn.gdpilot.project.ApplicantType;
import cn.gdpilot.project.Application;
import cn.gdpilot.project.ApplicationForm;
import cn.gdpilot.project.Applications;
import cn.gdpilot.project.Directions;
import cn.gdpilot.quota.UnitDeadlines;
import cn.gdpilot.wording.Refusal;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The applicants' pages: draft, attach, check, submit, correct, withdraw, follow. Works without JavaScript. */
@Controller
class PortalPages {

    private final Registration registration;
    private final ApplicationDesk desk;
    private final Applications applications;
    private final Materials materials;
    private final Receipts receipts;
    private final Timeline timeline;
    private final Rounds rounds;
    private final Units units;
    private final Directions directions;
    private final UnitDeadlines deadlines;
    private final SignedInApplicant me;

    PortalPages(
            Registration registration,
            ApplicationDesk desk,
            Applications applications,
            Materials materials,
            Receipts receipts,
            Timeline timeline,
            Rounds rounds,
            Units units,
            Directions directions,
            UnitDeadlines deadlines,
            SignedInApplicant me) {
        this.registration = registration;
        this.desk = desk;
        this.applications = applications;
        this.materials = materials;
        this.receipts = receipts;
        this.timeline = timeline;
        this.rounds = rounds;
        this.units = units;
        this.directions = directions;
        this.deadlines = deadlines;
        this.me = me;
    }

    @GetMapping("/register")
    String registration(Model model) {
        return registrationPage(new Registration.NewApplicant(null, null, null, null, null, null, null, null, null), model);
    }

    @PostMapping("/register")
    String register(@ModelAttribute("form") Registration.NewApplicant form, Model model) {
        try {
            registration.register(form);
            return "redirect:/login?registered";
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            return registrationPage(form, model);
        }
    }

    @GetMapping("/portal")
    String overview(Model model) {
        model.addAttribute("applicant", desk.applicant(me.id()));
        model.addAttribute("applications", applications.ofApplicant(me.id()));
        model.addAttribute("round", rounds.current().orElse(null));
        model.addAttribute("units", units.takingApplications());
        return "portal";
    }

    @PostMapping("/portal/applications")
    String begin(@RequestParam String unit, @RequestParam String projectName, Model model) {
        ApplicationForm nothing = new ApplicationForm(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        try {
            return "redirect:/portal/applications/" + desk.begin(me.id(), unit, projectName, nothing, me.actor());
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("projectName", projectName);
            model.addAttribute("chosenUnit", unit);
            return overview(model);
        }
    }

    @GetMapping("/portal/applications/{id}")
    String application(@PathVariable String id, Model model) {
        Application application = desk.own(me.id(), id);
        model.addAttribute("application", application);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", application);
        }
        model.addAttribute("unit", units.get(application.unitId()));
        model.addAttribute("deadline", deadlines.submission(rounds.get(application.roundId()), application.unitId()));
        model.addAttribute("directions", directions.open(application.channel()));
        model.addAttribute("kinds", MaterialKind.values());
        model.addAttribute("materials", materials.of(id));
        model.addAttribute("check", application.state().editable() ? Check.of(desk.check(me.id(), id)) : null);
        model.addAttribute("receipt", receipts.latest(id).orElse(null));
        model.addAttribute("timeline", timeline.of(id));
        return "application";
    }

    @PostMapping("/portal/applications/{id}")
    String edit(@PathVariable String id, @ModelAttribute("form") ApplicationForm form, @RequestParam String version, Model model) {
        try {
            desk.edit(me.id(), id, form, Versions.parse(version));
            return back(id, "saved");
        } catch (Refusal refusal) {
            return again(id, refusal, model);
        }
    }

    @PostMapping("/portal/applications/{id}/materials")
    String attach(@PathVariable String id, @RequestParam String kind, @RequestParam MultipartFile file, Model model)
            throws IOException {
        try (var content = file.getInputStream()) {
            desk.own(me.id(), id);
            desk.attach(me.id(), id, materials.receive(MaterialKind.parse(kind), file.getOriginalFilename(), content));
            return back(id, "attached");
        } catch (Refusal refusal) {
            return again(id, refusal, model);
        }
    }

    @PostMapping("/portal/applications/{id}/materials/{material}/remove")
    String detach(@PathVariable String id, @PathVariable long material) {
        desk.detach(me.id(), id, material);
        return back(id, "removed");
    }

    @PostMapping("/portal/applications/{id}/submit")
    String submit(@PathVariable String id, Model model) {
        try {
            desk.submit(me.id(), id, null, me.actor());
            return back(id, "submitted");
        } catch (Refusal refusal) {
            return again(id, refusal, model);
        }
    }

    @PostMapping("/portal/applications/{id}/withdraw")
    String withdraw(@PathVariable String id, @RequestParam(required = false) String reason, Model model) {
        try {
            desk.withdraw(me.id(), id, reason, me.actor());
            return back(id, "withdrawn");
        } catch (Refusal refusal) {
            return again(id, refusal, model);
        }
    }

    private String registrationPage(Registration.NewApplicant form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("types", ApplicantType.values());
        return "register";
    }

    private String again(String id, Refusal refusal, Model model) {
        model.addAttribute("refusal", refusal);
        return application(id, model);
    }

    private static String back(String id, String done) {
        return "redirect:/portal/applications/" + id + "?" + done;
    }
}
