package cn.gdpilot.desk.application.account;

import cn.gdpilot.domain.objection.Objections;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.Contact;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.LimitRefusals;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is stored of a person: to look at, to correct, to take away. */
@Controller
@RequestMapping("/portal/data")
class OwnDataPage {

    private final Applicants applicants;
    private final Applications applications;
    private final Objections objections;
    private final SignedInApplicant me;
    private final RecordBook book;
    private final MailConfirmation confirmation;
    private final LimitRefusals limits;
    private final TransactionTemplate transaction;

    OwnDataPage(
            Applicants applicants,
            Applications applications,
            Objections objections,
            SignedInApplicant me,
            RecordBook book,
            MailConfirmation confirmation,
            LimitRefusals limits,
            TransactionTemplate transaction) {
        this.objections = objections;
        this.applicants = applicants;
        this.applications = applications;
        this.me = me;
        this.book = book;
        this.confirmation = confirmation;
        this.limits = limits;
        this.transaction = transaction;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("data", data());
        if (!model.containsAttribute("contact")) {
            model.addAttribute("contact", applicants.get(me.id()).contact());
        }
        return "own-data";
    }

    /** Corrects the contact; what was submitted stays as it was. */
    @PostMapping
    String correct(
            @RequestParam(defaultValue = "") String contactName,
            @RequestParam(defaultValue = "") String contactPhone,
            @RequestParam(defaultValue = "") String contactEmail,
            Model model) {
        try {
            Contact contact = Contact.of(contactName, contactPhone, contactEmail);
            Actor actor = me.actor();
            String before = applicants.get(me.id()).contact().email();
            transaction.executeWithoutResult(status -> {
                applicants.correct(me.id(), contact);
                book.write(RecordEvent.of(actor, "contact.corrected", null, null));
            });
            model.addAttribute("saved", true);
            if (!contact.email().equalsIgnoreCase(before)) {
                askToConfirm(model);
            }
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            if (refusal.limit() != null) {
                return show(model);
            }
            model.addAttribute("contact", new Contact(contactName, contactPhone, contactEmail));
        }
        return show(model);
    }

    /** Another address must be confirmed, too; where the day's letters are used up the page says so. */
    private void askToConfirm(Model model) {
        if (confirmation.isMissing(me.id())) {
            limits.watch(me.actor(), null, () -> {
                confirmation.send(me.id(), me.actor());
                return null;
            });
            model.addAttribute("asked", true);
        }
    }

    /** The same for a program. */
    @GetMapping("/export.json")
    ResponseEntity<OwnData> export() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=own-data.json")
                .body(data());
    }

    private OwnData data() {
        return new OwnData(
                me.actor().person(),
                applicants.get(me.id()),
                applications.ofApplicant(me.id()),
                objections.ofApplicant(me.id()).stream().map(OwnObjection::of).toList());
    }

    /**
     * What is stored.
     *
     * @param username     to sign in with
     * @param applicant    as registered
     * @param applications with the contacts given in each
     * @param objections   what it has objected to, and the answers
     */
    record OwnData(
            String username, Applicant applicant, List<Application> applications, List<OwnObjection> objections) {}
}
