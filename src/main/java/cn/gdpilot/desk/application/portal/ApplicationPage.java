package cn.gdpilot.desk.application.portal;

import cn.gdpilot.desk.application.ApplicationDesk;
import cn.gdpilot.desk.application.Check;
import cn.gdpilot.desk.application.ConfirmedWithdrawal;
import cn.gdpilot.desk.application.Versions;
import cn.gdpilot.desk.application.account.SignedInApplicant;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.MaterialShelf;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.material.Receipts;
import cn.gdpilot.domain.material.upload.Uploads;
import cn.gdpilot.domain.opinion.Correction;
import cn.gdpilot.domain.opinion.Corrections;
import cn.gdpilot.domain.papers.OutcomeNotice;
import cn.gdpilot.domain.project.ApplicantTimeline;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationForm;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One application as its applicant sees it: fill in, attach, check, submit, correct, withdraw, follow. */
@Controller
@RequestMapping("/portal/applications/{id}")
class ApplicationPage {

    private final ApplicationDesk desk;
    private final Materials materials;
    private final MaterialShelf shelf;
    private final Uploads uploads;
    private final Receipts receipts;
    private final OutcomeNotice outcome;
    private final Corrections corrections;
    private final ApplicantTimeline timeline;
    private final Rounds rounds;
    private final Units units;
    private final UnitContacts contacts;
    private final DirectionChoices directions;
    private final UnitDeadlines deadlines;
    private final Holder holder;
    private final SignedInApplicant me;

    ApplicationPage(
            ApplicationDesk desk,
            Materials materials,
            MaterialShelf shelf,
            Uploads uploads,
            Receipts receipts,
            OutcomeNotice outcome,
            Corrections corrections,
            ApplicantTimeline timeline,
            Rounds rounds,
            Units units,
            UnitContacts contacts,
            DirectionChoices directions,
            UnitDeadlines deadlines,
            Holder holder,
            SignedInApplicant me) {
        this.desk = desk;
        this.materials = materials;
        this.shelf = shelf;
        this.uploads = uploads;
        this.receipts = receipts;
        this.outcome = outcome;
        this.corrections = corrections;
        this.timeline = timeline;
        this.rounds = rounds;
        this.units = units;
        this.contacts = contacts;
        this.directions = directions;
        this.deadlines = deadlines;
        this.holder = holder;
        this.me = me;
    }

    /** The page; where a file is to be replaced, the form for uploads is set to it. */
    @GetMapping
    String open(@PathVariable String id, @RequestParam(required = false) Long replace, Model model) {
        String page = show(id, model);
        replacing(id, replace, model);
        return page;
    }

    private String show(String id, Model model) {
        Application application = desk.own(me.id(), id);
        model.addAttribute("application", application);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", application);
        }
        model.addAttribute("unit", units.get(application.unitId()));
        model.addAttribute("unitContact", contacts.of(application.unitId()).text());
        model.addAttribute("deadline", deadlines.submission(rounds.get(application.roundId()), application.unitId()));
        model.addAttribute("kinds", MaterialKind.values());
        model.addAttribute("materials", materials.of(id));
        model.addAttribute("receipts", receipts.of(id));
        model.addAttribute("receipt", receipts.latest(id).orElse(null));
        model.addAttribute("timeline", timeline.of(id));
        model.addAttribute("withdrawable", application.state().withdrawable());
        model.addAttribute("outcome", outcome.offeredFor(application));
        model.addAttribute("holder", holder.of(application));
        model.addAttribute("next", holder.next(application));
        model.addAttribute("closed", holder.closed(application).orElse(null));
        if (application.state().editable()) {
            toFillIn(application, model);
        }
        return "application";
    }

    @PostMapping
    String edit(
            @PathVariable String id,
            @ModelAttribute("form") ApplicationForm form,
            @RequestParam(defaultValue = "") String version,
            Model model) {
        try {
            desk.edit(me.id(), id, form, Versions.ofForm(version));
            return back(id, "saved");
        } catch (Refusal refusal) {
            model.addAttribute("draftRefused", true);
            return again(id, refusal, model);
        }
    }

    @PostMapping("/materials")
    String attach(
            @PathVariable String id,
            @RequestParam String kind,
            @RequestParam(required = false) Long replaces,
            @RequestParam MultipartFile file,
            Model model)
            throws IOException {
        try {
            if (file.isEmpty()
                    && Objects.requireNonNullElse(file.getOriginalFilename(), "")
                            .isBlank()) {
                throw Refusal.invalid("material.none");
            }
            desk.holdEditable(me.id(), id);
            MaterialKind parsed = MaterialKind.parse(kind);
            materials.checkReplaced(id, parsed, replaces);
            desk.attach(
                    me.id(),
                    id,
                    materials.receive(parsed, file.getOriginalFilename(), path -> file.transferTo(path.toFile())),
                    replaces);
            return back(id, "attached");
        } catch (Refusal refusal) {
            replacing(id, replaces, model);
            return again(id, refusal, model);
        }
    }

    @PostMapping("/materials/{material}/remove")
    String detach(@PathVariable String id, @PathVariable long material) {
        desk.detach(me.id(), id, material);
        return back(id, "removed");
    }

    @PostMapping("/materials/order")
    String arrange(@PathVariable String id, @RequestParam Map<String, String> fields, Model model) {
        try {
            desk.arrange(me.id(), id, MaterialSlots.parse(fields), MaterialSlots.seen(fields));
            return back(id, "arranged");
        } catch (Refusal refusal) {
            model.addAttribute("typed", fields);
            return again(id, refusal, model);
        }
    }

    @PostMapping("/materials/{material}/restore")
    String restore(@PathVariable String id, @PathVariable long material) {
        desk.restore(me.id(), id, material);
        return back(id, "restored");
    }

    /** @param incomplete the person knows that a file is still on its way, and submits without it */
    @PostMapping("/submit")
    String submit(@PathVariable String id, @RequestParam(defaultValue = "false") boolean incomplete, Model model) {
        try {
            if (!incomplete && isUnfinished(id)) {
                throw Refusal.conflict("upload.unfinished-confirm");
            }
            desk.submit(me.id(), id, null, me.actor());
            return back(id, "submitted");
        } catch (Refusal refusal) {
            return again(id, refusal, model);
        }
    }

    /** The page that asks before a withdrawal. */
    @GetMapping("/withdraw")
    String askWithdrawal(@PathVariable String id, Model model) {
        Application application = desk.own(me.id(), id);
        model.addAttribute("project", application);
        model.addAttribute("draft", application.state() == ApplicationState.DRAFT);
        model.addAttribute("withdrawable", application.state().withdrawable());
        return "withdrawal";
    }

    @PostMapping("/withdraw")
    String withdraw(@PathVariable String id, ConfirmedWithdrawal confirmed, Model model) {
        try {
            desk.withdraw(me.id(), id, confirmed, me.actor());
            return back(id, "withdrawn");
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("typed", confirmed);
            return askWithdrawal(id, model);
        }
    }

    private boolean isUnfinished(String id) {
        return desk.own(me.id(), id).state().editable() && !uploads.open(id).isEmpty();
    }

    /** Helps to fill it in: the choices, the open points, the corrections asked for. */
    private void toFillIn(Application application, Model model) {
        Check check = Check.of(desk.check(me.id(), application.id()));
        model.addAttribute("applicant", desk.applicant(me.id()));
        model.addAttribute("directions", directions.of(application));
        model.addAttribute("places", places(application.id()));
        model.addAttribute("shelf", shelf.states(application.id()));
        model.addAttribute("restorable", shelf.restorable(application.id(), application.submittedAt()));
        model.addAttribute("check", check);
        model.addAttribute("unfinished", !uploads.open(application.id()).isEmpty());
        model.addAttribute("sections", Section.of(application, check));
        if (application.state() == ApplicationState.RETURNED) {
            model.addAttribute("corrections", corrections(application));
        }
    }

    private void replacing(String id, Long file, Model model) {
        model.addAttribute(
                "replacing", file == null ? null : materials.find(id, file).orElse(null));
    }

    /** Where each file stands among its kind, from 1. */
    private Map<Long, Integer> places(String id) {
        Map<Long, Integer> places = new HashMap<>();
        Map<MaterialKind, Integer> last = new EnumMap<>(MaterialKind.class);
        materials.of(id).forEach(material -> places.put(material.id(), last.merge(material.kind(), 1, Integer::sum)));
        return places;
    }

    private Map<String, String> corrections(Application application) {
        return corrections.of(application.id(), application.submissions()).stream()
                .collect(Collectors.toMap(Correction::item, Correction::remark));
    }

    private String again(String id, Refusal refusal, Model model) {
        model.addAttribute("refusal", refusal);
        return show(id, model);
    }

    private static String back(String id, String done) {
        return "redirect:/portal/applications/" + id + "?" + done;
    }
}
