package cn.gdpilot.desk.provincereview.tables;

import cn.gdpilot.domain.duplicate.DuplicatePair;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.DuplicateVerdict;
import cn.gdpilot.domain.duplicate.PairEvidence;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.platform.engine.tables.TableAnswer;
import org.springframework.stereotype.Component;

/** What the table duplicate-verdict is asked with about a pair, as the model asks: {@code ${factsOfPair.evidence(pairId)}}. */
@Component
public class FactsOfPair {

    private final DuplicatePairs pairs;
    private final Applications applications;

    FactsOfPair(DuplicatePairs pairs, Applications applications) {
        this.pairs = pairs;
        this.applications = applications;
    }

    /** The evidence found when both were compared. */
    public PairEvidence evidence(String pairId) {
        return pairs.evidence(pairId);
    }

    /** Likeness of both names, 0 to 1. */
    public double similarity(String pairId) {
        return pairs.get(pairId).similarity();
    }

    /** True if they come by two kinds of units; a pilot of an earlier round comes by none. */
    public boolean otherChannel(String pairId) {
        DuplicatePair pair = pairs.get(pairId);
        return pair.withPilot()
                || applications.get(pair.firstId()).channel()
                        != applications.get(pair.secondId()).channel();
    }

    /** The table's verdict; SUSPECT, which a person decides, where it cannot be read or nothing is known of the pair. */
    public String verdict(String pairId, TableAnswer decisionResult) {
        return decisionResult.isClear() && !decisionResult.rows().isEmpty() && pairs.hasEvidence(pairId)
                ? decisionResult.rows().get(0).text("verdict")
                : DuplicateVerdict.SUSPECT.name();
    }
}
