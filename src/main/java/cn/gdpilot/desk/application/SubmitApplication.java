package cn.gdpilot.desk.application;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.closing.SubmissionWindow;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.material.Receipt;
import cn.gdpilot.domain.material.Receipts;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Submits an application: every rule is held here, inside the transaction that writes. */
@Service
public class SubmitApplication {

    private final OwnApplications own;
    private final SubmissionWindow window;
    private final SelfCheck selfCheck;
    private final FreezeVersion version;
    private final ApplicationProcess process;
    private final Receipts receipts;
    private final ApplicationLetters letters;
    private final PilotClock clock;

    SubmitApplication(
            OwnApplications own,
            SubmissionWindow window,
            SelfCheck selfCheck,
            FreezeVersion version,
            ApplicationProcess process,
            Receipts receipts,
            ApplicationLetters letters,
            PilotClock clock) {
        this.own = own;
        this.window = window;
        this.selfCheck = selfCheck;
        this.version = version;
        this.process = process;
        this.receipts = receipts;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Submits, or submits again after a return. A repeated request gets the same receipt, and so does a second click while
     * it is with its unit.
     *
     * @param idempotencyKey of the client's; may be null
     * @throws Refusal if the window is closed (R4.1, R4.3), it has ended meanwhile, or a table forbids it; nothing is written then
     */
    @Transactional
    public Receipt submit(long applicantId, String id, String idempotencyKey, Actor actor) {
        Application application = own.lockWithApplicant(applicantId, id);
        Optional<Receipt> repeated = Optional.ofNullable(idempotencyKey).flatMap(key -> receipts.byKey(id, key));
        if (repeated.isPresent()) {
            return repeated.get();
        }
        if (!application.state().editable()) {
            return receipts.latest(id)
                    .filter(any -> !application.state().over())
                    .orElseThrow(() -> Refusal.conflict("application.over"));
        }
        Instant arrival = clock.now();
        window.hold(application, arrival);
        List<Finding> found = selfCheck.of(application);
        refuseBy(found);
        FreezeVersion.Frozen frozen = version.freeze(application, arrival, found, actor);
        process.submitted(frozen.application());
        // Last, since everybody who submits waits for the row in which the receipts' chain stands, until this commits.
        Receipt receipt = receipts.issue(id, frozen.version(), idempotencyKey, arrival, frozen.content());
        letters.receipt(frozen.application(), receipt);
        return receipt;
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
}
