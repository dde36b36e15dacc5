package cn.gdpilot.desk.recommendation.ranking;

import cn.gdpilot.domain.calendar.Times;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.LeftOutReasons;
import cn.gdpilot.domain.shortlist.MovedReasons;
import cn.gdpilot.domain.shortlist.RankingChanges;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Texts;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves what a handler did on the ranking page, unless a colleague has changed the list meanwhile. */
@Service
class Ranking {

    private final RankList rankList;
    private final Recommendations recommendations;
    private final RankingChanges changes;
    private final LeftOutReasons reasons;
    private final MovedReasons moved;
    private final Candidates candidates;
    private final Times times;

    Ranking(
            RankList rankList,
            Recommendations recommendations,
            RankingChanges changes,
            LeftOutReasons reasons,
            MovedReasons moved,
            Candidates candidates,
            Times times) {
        this.rankList = rankList;
        this.recommendations = recommendations;
        this.changes = changes;
        this.reasons = reasons;
        this.moved = moved;
        this.candidates = candidates;
        this.times = times;
    }

    /**
     * Saves order and reasons.
     *
     * @throws Refusal if the list is not the one that the person saw, or breaks a rule; nothing is changed then
     */
    @Transactional
    public void save(String roundId, String unitId, RankingForm form, Actor officer) {
        Recommendation list = recommendations.lock(roundId, unitId);
        if (!list.open()) {
            throw Refusal.conflict("ranking.closed");
        }
        if (form.version() != null && form.version() != list.listVersion()) {
            throw Refusal.conflict("ranking.changed-meanwhile", lastChange(list));
        }
        boolean written = write(list, form.reasons(), reasons.of(list), reasons::write);
        written |= write(list, form.moved(), moved.of(list), moved::write);
        if (!form.order().equals(recommendations.ranked(list))) {
            rankList.rank(roundId, unitId, form.order(), officer);
        } else if (written) {
            recommendations.changed(list);
            changes.note(list, officer.person());
        }
    }

    /** Who changed the list last, in words; a change that no person of the unit made is a withdrawal. */
    String lastChange(Recommendation list) {
        return changes.latest(list)
                .filter(change -> change.version() == list.listVersion())
                .map(this::words)
                .orElse(Texts.of("ranking.changed-by-withdrawal"));
    }

    private String words(RankingChanges.Change change) {
        return change.changedBy().equals(Actor.SYSTEM.person())
                ? Texts.of("ranking.started", times.of(change.changedAt()))
                : Texts.of("ranking.changed-by", change.changedBy(), times.of(change.changedAt()));
    }

    private boolean write(Recommendation list, Map<String, String> given, Map<String, String> before, Written to) {
        Set<String> eligible = candidates.of(list.roundId(), list.unitId()).stream()
                .map(Application::id)
                .collect(Collectors.toSet());
        boolean written = false;
        for (Map.Entry<String, String> one : given.entrySet()) {
            boolean same = one.getValue().strip().equals(before.getOrDefault(one.getKey(), ""));
            if (same || !eligible.contains(one.getKey())) {
                continue;
            }
            if (TextLimit.REASON.exceededBy(one.getValue())) {
                throw Refusal.invalid("ranking.reason-long", one.getKey(), TextLimit.REASON.length());
            }
            to.write(list, one.getKey(), one.getValue());
            written = true;
        }
        return written;
    }

    /** Where a reason is kept. */
    private interface Written {

        void write(Recommendation list, String applicationId, String reason);
    }
}
