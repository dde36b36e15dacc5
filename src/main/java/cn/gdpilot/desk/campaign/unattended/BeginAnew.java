package cn.gdpilot.desk.campaign.unattended;

import cn.gdpilot.desk.campaign.review.DepartmentReview;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.extension.UnitProcesses;
import cn.gdpilot.domain.pending.AskedApart;
import cn.gdpilot.domain.pending.WaitsAnew;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.engine.instances.Instances;
import java.util.List;
import org.springframework.stereotype.Component;

/** Begins what nothing waits for, at the step that the tables have come to. */
@Component
class BeginAnew {

    private final Instances instances;
    private final Applications applications;
    private final WaitsAnew process;
    private final UnitProcesses lists;
    private final DepartmentReview department;
    private final RestartRound round;
    private final Rounds rounds;
    private final List<AskedApart> asked;

    BeginAnew(
            Instances instances,
            Applications applications,
            WaitsAnew process,
            UnitProcesses lists,
            DepartmentReview department,
            RestartRound round,
            Rounds rounds,
            List<AskedApart> asked) {
        this.instances = instances;
        this.applications = applications;
        this.process = process;
        this.lists = lists;
        this.department = department;
        this.round = round;
        this.rounds = rounds;
        this.asked = asked;
    }

    /**
     * Begins it, once, also where another mend has begun it since the look.
     *
     * @throws Refusal if no review hears of a late project
     */
    void begin(Flow flow, String roundId, String subject) {
        switch (flow) {
            case APPLICATION -> process.waitFor(applications.lock(subject));
            case RECOMMENDATION -> {
                // Restarting holds the round.
                if (!round.restart(roundId) && !instances.isRunning(flow.key(), subject)) {
                    lists.reopen(roundId, subject.substring(subject.indexOf('/') + 1));
                }
            }
            case PROVINCE_REVIEW -> {
                if (!round.restart(roundId) && !department.beside(roundId)) {
                    throw Refusal.conflict("unattended.no-review");
                }
            }
            case CAMPAIGN -> round.restart(subject);
            default -> askAgain(flow, roundId, subject);
        }
    }

    private void askAgain(Flow flow, String roundId, String key) {
        rounds.lock(roundId);
        AskedApart desk = asked.stream()
                .filter(one -> one.process().equals(flow.key()))
                .findFirst()
                .orElseThrow();
        if (!instances.isRunning(flow.key(), key) && desk.awaited(roundId).contains(key)) {
            desk.askAgain(roundId, key);
        }
    }
}
