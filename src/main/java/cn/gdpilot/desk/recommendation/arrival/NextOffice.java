package cn.gdpilot.desk.recommendation.arrival;

import cn.gdpilot.desk.recommendation.RecommendationLetters;
import cn.gdpilot.desk.recommendation.signing.TakenBack;
import cn.gdpilot.domain.deadline.extension.LateApplications;
import cn.gdpilot.domain.deadline.extension.ReopenedWindow;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A list that arrived in time meets the next office in one of these ways: its own list is open, has gone, or is closed by its own deadline. */
@Component
class NextOffice {

    private final EvidenceRule rule;
    private final TakenBack back;
    private final LateApplications applications;
    private final RecommendationLetters letters;
    private final Units units;

    NextOffice(
            EvidenceRule rule,
            TakenBack back,
            LateApplications applications,
            RecommendationLetters letters,
            Units units) {
        this.units = units;
        this.letters = letters;
        this.rule = rule;
        this.back = back;
        this.applications = applications;
    }

    /**
     * Brings back what stands on the list, within the caller's transaction; where the next office's list has gone, that is
     * opened again first. Where its own deadline has passed, its applicants are told for which decision they wait, and the ministry that it decides.
     */
    void meet(Recommendation list, ReopenedWindow window, Actor lead) {
        if (rule.isNextClosed(list)) {
            List<String> waiting = applications.tellWaiting(window);
            if (!waiting.isEmpty()) {
                letters.waitsForMinistry(list, window.grounds(), waiting);
            }
            return;
        }
        Optional<Recommendation> gone = rule.gone(list);
        gone.ifPresent(next -> {
            rule.checkSelection(next);
            back.check(next);
            back.open(
                    next, Texts.of("evidence.because", units.get(list.unitId()).name(), window.grounds()), lead);
        });
        applications.reinstate(window);
    }
}
