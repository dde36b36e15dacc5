package cn.gdpilot.desk.application;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.limit.LimitSettings;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationForm;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.LimitRefusals;
import cn.gdpilot.domain.text.Limit;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins a draft, if the applicant has not begun too many in the round; the applicant's row is held while they are counted. */
@Service
public class BeginDraft {

    private final EditApplication edit;
    private final Rounds rounds;
    private final Applicants applicants;
    private final Applications applications;
    private final LimitSettings settings;
    private final LimitRefusals limits;
    private final TransactionTemplate transaction;

    BeginDraft(
            EditApplication edit,
            Rounds rounds,
            Applicants applicants,
            Applications applications,
            LimitSettings settings,
            LimitRefusals limits,
            TransactionTemplate transaction) {
        this.edit = edit;
        this.rounds = rounds;
        this.applicants = applicants;
        this.applications = applications;
        this.settings = settings;
        this.limits = limits;
        this.transaction = transaction;
    }

    /**
     * Begins a draft for a unit of the round that is open.
     *
     * @throws Refusal if the applicant has too many drafts, or it cannot be begun for another reason
     */
    public String begin(long applicantId, String unitId, String projectName, ApplicationForm form, Actor actor) {
        return limits.watch(
                actor,
                unitId,
                () -> transaction.execute(status -> {
                    applicants.lock(applicantId);
                    check(applicantId);
                    return edit.begin(applicantId, unitId, projectName, form, actor);
                }));
    }

    /** Open drafts that the applicant may have in a round; 0 = any number. */
    public int most() {
        return settings.drafts();
    }

    private void check(long applicantId) {
        List<Application> begun = rounds.current().stream()
                .flatMap(round -> applications.ofApplicant(applicantId).stream()
                        .filter(one -> one.roundId().equals(round.id())))
                .toList();
        long open = begun.stream()
                .filter(one -> one.state() == ApplicationState.DRAFT)
                .count();
        if (settings.drafts() > 0 && open >= settings.drafts()) {
            throw Refusal.conflict("drafts.many", open, settings.drafts()).because(Limit.DRAFTS);
        }
        if (settings.draftsBegun() > 0 && begun.size() >= settings.draftsBegun()) {
            throw Refusal.conflict("drafts.begun-many", begun.size(), settings.draftsBegun())
                    .because(Limit.DRAFTS_BEGUN);
        }
    }
}
