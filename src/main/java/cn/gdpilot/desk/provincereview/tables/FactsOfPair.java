package cn.gdpilot.desk.provincereview.tables;

import cn.gdpilot.domain.duplicate.DuplicatePair;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.DuplicateVerdict;
import cn.gdpilot.domain.duplicate.PairEvidence;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
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
    @ForModels(
            name = "一对项目的依据",
            help = "规则表的输入：比较一对项目时得到的依据。",
            given = Given.PAIR,
            gives = "依据。取其一项使用：.sameApplicant()、.sameDirection()。",
            in = "province-review")
    public PairEvidence evidence(String pairId) {
        return pairs.evidence(pairId);
    }

    /** Likeness of both names, 0 to 1. */
    @ForModels(
            name = "名称相似度",
            help = "规则表的输入：两个项目名称的相似度。",
            given = Given.PAIR,
            gives = "0 至 1 的数。",
            in = "province-review")
    public double similarity(String pairId) {
        return pairs.get(pairId).similarity();
    }

    /** True if they come by two kinds of units; a pilot of an earlier round comes by none. */
    @ForModels(
            name = "是否不同渠道",
            help = "规则表的输入：两个项目是否经不同渠道推荐。",
            given = Given.PAIR,
            gives = "true 或 false。",
            in = "province-review")
    public boolean otherChannel(String pairId) {
        DuplicatePair pair = pairs.get(pairId);
        return pair.withPilot()
                || applications.get(pair.firstId()).channel()
                        != applications.get(pair.secondId()).channel();
    }

    /** The table's verdict; SUSPECT, which a person decides, where it cannot be read or nothing is known of the pair. */
    @ForModels(
            name = "查重结论",
            help = "duplicate-verdict 的结论。用在规则任务的输出中；无法读取时交由人工认定。",
            given = {Given.PAIR, Given.TABLE_ANSWER},
            gives = "SAME、SUSPECT 或 DISTINCT。",
            in = "province-review")
    public String verdict(String pairId, TableAnswer decisionResult) {
        return decisionResult.isClear() && !decisionResult.rows().isEmpty() && pairs.hasEvidence(pairId)
                ? decisionResult.rows().get(0).text("verdict")
                : DuplicateVerdict.SUSPECT.name();
    }
}
