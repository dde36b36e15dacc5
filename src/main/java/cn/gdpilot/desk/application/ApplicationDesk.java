package cn.gdpilot.desk.application;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.closing.SubmissionWindow;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.eligibility.Findings;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialShelf;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.material.Receipt;
import cn.gdpilot.domain.material.Receipts;
import cn.gdpilot.domain.material.upload.BegunUpload;
import cn.gdpilot.domain.material.upload.Uploads;
import cn.gdpilot.domain.papers.IndexListings;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationForm;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.Contact;
import cn.gdpilot.domain.project.Directions;
import cn.gdpilot.domain.project.Ending;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.PlainName;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The things that an applicant can do with an application. Every rule is held here, inside the transaction that writes. */
@Service
public class ApplicationDesk {

    /** So many files fit into a frozen version. */
    private static final int MOST_FILES = 500;

    private static final Set<String> REGISTERED_IN = Set.of("GD", "CN", "OTHER");
    private static final Set<String> INNOVATION = Set.of("NONE", "ACCEPTED", "NOT_ACCEPTED", "FAILED");

    private final Rounds rounds;
    private final Units units;
    private final Applicants applicants;
    private final Applications applications;
    private final Directions directions;
    private final Materials materials;
    private final MaterialShelf shelf;
    private final IndexListings listings;
    private final Uploads uploads;
    private final SelfCheck selfCheck;
    private final Findings findings;
    private final Receipts receipts;
    private final Recommendations recommendations;
    private final ApplicationProcess process;
    private final ApplicationLetters letters;
    private final PilotClock clock;
    private final SubmissionWindow window;

    ApplicationDesk(
            Rounds rounds,
            Units units,
            Applicants applicants,
            Applications applications,
            Directions directions,
            Materials materials,
            MaterialShelf shelf,
            IndexListings listings,
            Uploads uploads,
            SelfCheck selfCheck,
            Findings findings,
            Receipts receipts,
            Recommendations recommendations,
            ApplicationProcess process,
            ApplicationLetters letters,
            PilotClock clock,
            SubmissionWindow window) {
        this.window = window;
        this.rounds = rounds;
        this.units = units;
        this.applicants = applicants;
        this.applications = applications;
        this.directions = directions;
        this.materials = materials;
        this.shelf = shelf;
        this.listings = listings;
        this.uploads = uploads;
        this.selfCheck = selfCheck;
        this.findings = findings;
        this.receipts = receipts;
        this.recommendations = recommendations;
        this.process = process;
        this.letters = letters;
        this.clock = clock;
    }

    /** Begins a draft for a unit of the round that is open; a draft is no submission. */
    @Transactional
    public String begin(long applicantId, String unitId, String projectName, ApplicationForm form, Actor actor) {
        Round round = rounds.current().orElseThrow(() -> Refusal.conflict("round.none"));
        Unit unit = units.get(unitId);
        if (!unit.type().takesApplications()) {
            throw Refusal.byRule("R3.1", "unit.takes-none", unit.name());
        }
        String name = PlainName.check("projectName", projectName);
        String id = applications.begin(round.roundYear(), round.id(), applicants.get(applicantId), unit, name, actor);
        edit(applicantId, id, form, null);
        return id;
    }

    /**
     * Writes what the applicant filled in.
     *
     * @param expectedVersion the version that the person saw; null = whatever it is
     * @throws Refusal if a field cannot be taken, it cannot be edited any more, or somebody else has changed it meanwhile
     */
    @Transactional
    public void edit(long applicantId, String id, ApplicationForm form, Integer expectedVersion) {
        Application application = own(applicantId, id);
        String category = form.direction() == null
                ? null
                : directions.get(form.direction(), application.channel()).category();
        applications.write(id, checked(form, application), category, expectedVersion);
    }

    /**
     * Adds a file that has been received.
     *
     * @param replaces file of the same kind whose place it takes, under whatever name; null = none
     */
    @Transactional
    public void attach(long applicantId, String id, Materials.Upload upload, Long replaces) {
        editable(applicantId, id);
        checkRoom(id);
        materials.add(id, upload, replaces);
    }

    /** Adds the index that was made of these files, in place of an earlier one. */
    @Transactional
    public void attachIndex(long applicantId, String id, Materials.Upload index, List<Material> listed) {
        editable(applicantId, id);
        checkRoom(id);
        listings.keep(materials.add(id, index, null), listed);
    }

    /**
     * Gives files titles and an order.
     *
     * @param seen as {@link MaterialShelf#states} told them; files that are not in it are arranged however they stand
     */
    @Transactional
    public void arrange(long applicantId, String id, List<MaterialShelf.Slot> slots, Map<Long, String> seen) {
        editable(applicantId, id);
        shelf.arrange(id, slots, seen);
    }

    /** Brings back a file that was replaced or removed since the last submission. */
    @Transactional
    public void restore(long applicantId, String id, long materialId) {
        editable(applicantId, id);
        checkRoom(id);
        shelf.restore(id, materialId, applications.get(id).submittedAt());
    }

    /** Adds a file that came in parts; asked again, it is not added twice. */
    @Transactional
    public void finish(long applicantId, String id, Materials.Upload received, BegunUpload upload) {
        editable(applicantId, id);
        if (uploads.find(id, upload.id()).filter(one -> !one.done()).isPresent()) {
            checkRoom(id);
            materials.add(id, received, upload.replaces(), upload.place());
            uploads.done(upload.id());
        }
    }

    /** @throws Refusal if nothing can be changed in it now, so that nobody sends a large file in vain */
    public void holdEditable(long applicantId, String id) {
        if (!own(applicantId, id).state().editable()) {
            throw Refusal.conflict("application.not-editable-now");
        }
    }

    @Transactional
    public void detach(long applicantId, String id, long materialId) {
        editable(applicantId, id);
        materials.remove(id, materialId);
    }

    /** The findings if it were submitted now. */
    @Transactional(readOnly = true)
    public List<CheckedFinding> check(long applicantId, String id) {
        return selfCheck.beside(own(applicantId, id));
    }

    /**
     * Submits, or submits again after a return. A repeated request gets the same receipt.
     *
     * @param idempotencyKey of the client's; may be null
     * @throws Refusal if the window is closed (R4.1, R4.3), or a table forbids it; nothing is written then
     */
    @Transactional
    public Receipt submit(long applicantId, String id, String idempotencyKey, Actor actor) {
        applicants.lock(applicantId);
        own(applicantId, id);
        Application application = applications.lock(id);
        Optional<Receipt> repeated = Optional.ofNullable(idempotencyKey).flatMap(key -> receipts.byKey(id, key));
        if (repeated.isPresent()) {
            return repeated.get();
        }
        if (!application.state().editable()) {
            return receipts.latest(id)
                    .filter(any -> application.state() != ApplicationState.WITHDRAWN)
                    .orElseThrow(() -> Refusal.conflict("application.over"));
        }
        Instant arrival = clock.now();
        window.hold(application, arrival);
        List<Finding> found = selfCheck.of(application);
        refuseBy(found);
        String content = Snapshot.of(application, applicants.get(applicantId), materials.of(id));
        applications.arrived(id, arrival, content);
        applications.advance(id, ApplicationState.SUBMITTED, actor, Grounds.NONE);
        int version = application.submissions() + 1;
        findings.keep(id, version, found);
        Application submitted = applications.get(id);
        process.submitted(submitted);
        // Last, since everybody who submits waits for the row in which the receipts' chain stands, until this commits.
        Receipt receipt = receipts.issue(id, version, idempotencyKey, arrival, content);
        letters.receipt(submitted, receipt);
        return receipt;
    }

    /**
     * Withdraws, at any time before the ministry decides (R3.9).
     *
     * @param reason in words, up to 500 characters; may be null
     * @throws Refusal if the reason is longer, the application is withdrawn already, or the ministry has decided
     */
    @Transactional
    public void withdraw(long applicantId, String id, String reason, Actor actor) {
        own(applicantId, id);
        ConfirmedWithdrawal.holdLength(reason);
        applications.lock(id);
        // First: what waits for it goes on with the step, and must not find it on a list any more.
        recommendations.drop(id);
        Application before =
                applications.advance(id, ApplicationState.WITHDRAWN, actor, Grounds.byRule("R3.9", reason));
        if (!Ending.of(before.state(), ApplicationState.WITHDRAWN).letters().isEmpty()) {
            letters.withdrawn(before, reason, clock.now());
        }
    }

    /**
     * Withdraws by the form of the page. A draft that was never submitted needs neither name nor reason, and keeps none. A form
     * that is sent again, as by a double click, changes nothing and counts as done.
     *
     * @throws Refusal if the form does not confirm it, or the ministry has decided; nothing is changed then
     */
    @Transactional
    public void withdraw(long applicantId, String id, ConfirmedWithdrawal confirmed, Actor actor) {
        own(applicantId, id);
        // Locked, so that a draft which a colleague submits at this moment is not discarded as a draft.
        Application application = applications.lock(id);
        if (application.state() == ApplicationState.WITHDRAWN) {
            return;
        }
        if (application.state() == ApplicationState.DRAFT) {
            withdraw(applicantId, id, (String) null, actor);
            return;
        }
        confirmed.hold(application.projectName());
        withdraw(applicantId, id, confirmed.reason(), actor);
    }

    /** The application, if it is that applicant's. */
    public Application own(long applicantId, String id) {
        return applications
                .find(id)
                .filter(application -> application.applicantId() == applicantId)
                .orElseThrow(() -> Refusal.notFound("application.unknown", id));
    }

    public Applicant applicant(long applicantId) {
        return applicants.get(applicantId);
    }

    private void editable(long applicantId, String id) {
        own(applicantId, id);
        if (!applications.lock(id).state().editable()) {
            throw Refusal.conflict("application.not-editable-now");
        }
    }

    private void checkRoom(String id) {
        if (materials.of(id).size() >= MOST_FILES) {
            throw Refusal.byRule("R2.13", "material.many", MOST_FILES);
        }
    }

    private static void refuseBy(List<Finding> found) {
        List<Finding> refusals = found.stream().filter(Finding::refuses).toList();
        if (!refusals.isEmpty()) {
            throw Refusal.byTable(
                    refusals.get(0).rule(),
                    refusals.stream()
                            .map(one -> one.rule() + "：" + one.message())
                            .collect(Collectors.joining(" ")));
        }
    }

    private static ApplicationForm checked(ApplicationForm form, Application application) {
        choice("registeredIn", form.registeredIn(), REGISTERED_IN);
        choice("innovationProject", form.innovationProject(), INNOVATION);
        if (form.summary() != null && form.summary().length() > 4000) {
            throw Refusal.invalid("application.summary-long");
        }
        Contact contact = Contact.of(
                orElse(form.contactName(), application.contactName()),
                orElse(form.contactPhone(), application.contactPhone()),
                orElse(form.contactEmail(), application.contactEmail()));
        return new ApplicationForm(
                form.projectName() == null ? null : PlainName.check("projectName", form.projectName()),
                form.direction(),
                form.summary(),
                form.registeredIn(),
                form.legalPerson(),
                form.majorAccident(),
                form.commitmentLetter(),
                form.built(),
                form.innovationProject(),
                form.demonstrationBase(),
                form.innovationAccepted(),
                form.revolutionaryArea(),
                form.markedEffect(),
                contact.name(),
                contact.phone(),
                contact.email());
    }

    private static String orElse(String given, String present) {
        return given == null ? present : given;
    }

    private static void choice(String field, String value, Set<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            throw Refusal.invalid("field.choice", field, String.join("、", allowed));
        }
    }
}
