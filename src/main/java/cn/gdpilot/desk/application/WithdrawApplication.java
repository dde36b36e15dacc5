package cn.gdpilot.desk.application;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.Ending;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws an application (R3.9). */
@Service
public class WithdrawApplication {

    private final OwnApplications own;
    private final Applications applications;
    private final Recommendations recommendations;
    private final ApplicationLetters letters;
    private final PilotClock clock;

    WithdrawApplication(
            OwnApplications own,
            Applications applications,
            Recommendations recommendations,
            ApplicationLetters letters,
            PilotClock clock) {
        this.own = own;
        this.applications = applications;
        this.recommendations = recommendations;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Withdraws, at any time before the ministry decides (R3.9).
     *
     * @param reason in words, up to 500 characters; may be null
     * @throws Refusal if the reason is longer, the application is withdrawn already, or the ministry has decided
     */
    @Transactional
    public void withdraw(long applicantId, String id, String reason, Actor actor) {
        own.get(applicantId, id);
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
        // Locked, so that a draft which a colleague submits at this moment is not discarded as a draft.
        Application application = own.lock(applicantId, id);
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
}
