package cn.gdpilot.desk.sitecheck;

import static cn.gdpilot.desk.sitecheck.SiteCheckVariables.APPLICATION_ID;
import static cn.gdpilot.desk.sitecheck.SiteCheckVariables.CHECK_KEY;
import static cn.gdpilot.platform.engine.variables.CaseVariables.CAMPAIGN_ID;
import static cn.gdpilot.platform.engine.variables.CaseVariables.UNIT;

import cn.gdpilot.domain.duplicate.LiftedDuplicates;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.opinion.AwaitedChecks;
import cn.gdpilot.domain.opinion.RunningReviews;
import cn.gdpilot.domain.pending.AskedApart;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.instances.Instances;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * The checks that were asked for and have no result (R3.5). What was never asked for is not awaited: a check that is switched on
 * later leaves alone what is through.
 */
@Component
class ChecksAsked implements AskedApart, AwaitedChecks {

    static final String PROCESS = "site-check";

    private final CheckDesk desk;
    private final LiftedDuplicates lifted;
    private final RunningReviews reviews;
    private final Instances instances;
    private final RuntimeService runtime;

    ChecksAsked(
            CheckDesk desk,
            LiftedDuplicates lifted,
            RunningReviews reviews,
            Instances instances,
            RuntimeService runtime) {
        this.desk = desk;
        this.lifted = lifted;
        this.reviews = reviews;
        this.instances = instances;
        this.runtime = runtime;
    }

    @Override
    public String process() {
        return PROCESS;
    }

    @Override
    public List<String> awaited(String roundId) {
        // What the review will ask by itself is left to it.
        return lifted.waiting(roundId) || reviews.hasChecksAhead(roundId) ? List.of() : asked(roundId);
    }

    private List<String> asked(String roundId) {
        return instances.begunAmong(PROCESS, desk.allDue(roundId)).stream()
                .sorted()
                .toList();
    }

    @Override
    public List<String> withoutResult(String roundId) {
        return asked(roundId).stream().map(this::words).toList();
    }

    @Override
    public String words(String key) {
        return Texts.of("check.awaited", CheckSheet.applicationId(key), Texts.label("check", CheckSheet.kind(key)));
    }

    @Override
    public void askAgain(String roundId, String key) {
        runtime.startProcessInstanceByKey(
                PROCESS,
                key,
                Variables.putValue(CAMPAIGN_ID, roundId)
                        .putValue(CHECK_KEY, key)
                        .putValue(APPLICATION_ID, CheckSheet.applicationId(key))
                        .putValue(UNIT, Unit.DEPARTMENT));
    }
}
