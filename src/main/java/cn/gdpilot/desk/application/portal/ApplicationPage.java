package cn.gdpilot.desk.application.portal;

import cn.gdpilot.desk.application.EditApplication;
import cn.gdpilot.desk.application.OwnApplications;
import cn.gdpilot.desk.application.SubmitApplication;
import cn.gdpilot.desk.application.Versions;
import cn.gdpilot.desk.application.account.SignedInApplicant;
import cn.gdpilot.domain.material.upload.Uploads;
import cn.gdpilot.domain.project.ApplicationForm;
import cn.gdpilot.domain.project.extra.ExtraFact;
import cn.gdpilot.domain.text.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One application as its applicant sees it: fill in, check, submit, correct, follow. */
@Controller
@RequestMapping("/portal/applications/{id}")
class ApplicationPage {

    private final OwnApplications own;
    private final EditApplication edit;
    private final SubmitApplication submit;
    private final Uploads uploads;
    private final ApplicationModel page;
    private final SignedInApplicant me;

    ApplicationPage(
            OwnApplications own,
            EditApplication edit,
            SubmitApplication submit,
            Uploads uploads,
            ApplicationModel page,
            SignedInApplicant me) {
        this.own = own;
        this.edit = edit;
        this.submit = submit;
        this.uploads = uploads;
        this.page = page;
        this.me = me;
    }

    /** The page; where a file is to be replaced, the form for uploads is set to it. */
    @GetMapping
    String open(@PathVariable String id, @RequestParam(required = false) Long replace, Model model) {
        String view = page.show(id, model);
        page.replacing(id, replace, model);
        return view;
    }

    @PostMapping
    String edit(
            @PathVariable String id,
            @ModelAttribute("form") ApplicationForm form,
            @RequestParam(defaultValue = "") String version,
            @RequestParam Map<String, String> fields,
            Model model) {
        ApplicationForm typed = form.with(extra(fields));
        try {
            edit.edit(me.id(), id, typed, Versions.ofForm(version));
            return ApplicationModel.done(id, "saved");
        } catch (Refusal refusal) {
            model.addAttribute("form", typed);
            model.addAttribute("draftRefused", true);
            return page.refused(id, refusal, model);
        }
    }

    /** Answers to the round's own questions: their fields have a prefix of their own. */
    private static Map<String, String> extra(Map<String, String> fields) {
        Map<String, String> answers = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(ExtraFact.PLACE)) {
                answers.put(name.substring(ExtraFact.PLACE.length()), value);
            }
        });
        return answers;
    }

    /** @param incomplete the person knows that a file is still on its way, and submits without it */
    @PostMapping("/submit")
    String submit(@PathVariable String id, @RequestParam(defaultValue = "false") boolean incomplete, Model model) {
        try {
            if (!incomplete && isUnfinished(id)) {
                throw Refusal.conflict("upload.unfinished-confirm");
            }
            submit.submit(me.id(), id, null, me.actor());
            return ApplicationModel.done(id, "submitted");
        } catch (Refusal refusal) {
            return page.refused(id, refusal, model);
        }
    }

    private boolean isUnfinished(String id) {
        return own.get(me.id(), id).state().editable() && !uploads.open(id).isEmpty();
    }
}
