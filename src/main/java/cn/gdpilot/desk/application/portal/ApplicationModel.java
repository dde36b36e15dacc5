package cn.gdpilot.desk.application.portal;

import cn.gdpilot.desk.application.OwnApplications;
import cn.gdpilot.desk.application.account.SignedInApplicant;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.material.MaterialKinds;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationForm;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of one application shows: what is there, how far it is, and what helps to fill it in. */
@Component
class ApplicationModel {

    private final OwnApplications own;
    private final Units units;
    private final ShownDeadlines shown;
    private final Materials materials;
    private final MaterialKinds kinds;
    private final ProgressModel progress;
    private final FillInModel filling;
    private final SignedInApplicant me;

    ApplicationModel(
            OwnApplications own,
            Units units,
            ShownDeadlines shown,
            Materials materials,
            MaterialKinds kinds,
            ProgressModel progress,
            FillInModel filling,
            SignedInApplicant me) {
        this.own = own;
        this.units = units;
        this.shown = shown;
        this.materials = materials;
        this.kinds = kinds;
        this.progress = progress;
        this.filling = filling;
        this.me = me;
    }

    /**
     * The page as it stands.
     *
     * @return name of the template
     * @throws Refusal if the application is not the signed-in applicant's
     */
    String show(String id, Model model) {
        Application application = own.get(me.id(), id);
        model.addAttribute("application", application);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", ApplicationForm.of(application));
        }
        model.addAttribute("unit", units.get(application.unitId()));
        model.addAttribute("deadline", shown.of(application));
        model.addAttribute("correctionOwn", shown.isCorrectionOwn(application));
        model.addAttribute("correctionPassed", shown.isCorrectionPassed(application));
        model.addAttribute("kinds", kinds.all());
        model.addAttribute("materials", materials.of(id));
        progress.add(application, model);
        if (application.state().editable()) {
            filling.add(application, model);
        }
        return "application";
    }

    /** The page with a refusal, and with what was typed where the caller has put it into the model. */
    String refused(String id, Refusal refusal, Model model) {
        model.addAttribute("refusal", refusal);
        return show(id, model);
    }

    /** Sets the form for uploads to the file that is to be replaced; null = none. */
    void replacing(String id, Long file, Model model) {
        model.addAttribute(
                "replacing", file == null ? null : materials.find(id, file).orElse(null));
    }

    /** The way back to the page, which then says what is done. */
    static String done(String id, String what) {
        return "redirect:/portal/applications/" + id + "?" + what;
    }
}
