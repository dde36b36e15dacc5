package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.desk.recommendation.ranking.ListChanges;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.publicity.PublicProject;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.RankingChanges;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When a list may be signed: by other eyes than those that ranked, and only as the handler settled it. */
@Component
public class SigningRules {

    private final RankingChanges changes;
    private final Recommendations recommendations;
    private final DepartmentSigning department;
    private final ListChanges listChanges;
    private final Publicities publicities;
    private final boolean fourEyes;

    SigningRules(
            RankingChanges changes,
            Recommendations recommendations,
            DepartmentSigning department,
            ListChanges listChanges,
            Publicities publicities,
            @Value("${pilot.recommendation.four-eyes:true}") boolean fourEyes) {
        this.changes = changes;
        this.recommendations = recommendations;
        this.department = department;
        this.listChanges = listChanges;
        this.publicities = publicities;
        this.fourEyes = fourEyes;
    }

    /**
     * Lets the lead sign.
     *
     * @throws Refusal if the lead had a hand in the order, or the order has changed since it was settled
     */
    public void check(Recommendation list, Actor lead) {
        if (fourEyes && (lead.person().equals(list.rankedBy()) || changes.by(list, lead.person()))) {
            throw Refusal.conflict("signing.four-eyes");
        }
        if (list.unitId().equals(Unit.DEPARTMENT)) {
            department.check(list.roundId());
        }
        checkPublic(list);
        if (list.changedSinceSettled()) {
            throw Refusal.conflict(
                    "signing.changed",
                    listChanges.withdrawn(list),
                    recommendations.ranked(list).size());
        }
    }

    /** Where a list was made public, only what stands on it goes on. */
    private void checkPublic(Recommendation list) {
        publicities
                .newest(list.roundId(), list.unitId())
                .ifPresentOrElse(made -> checkStanding(list, made), () -> checkNeverPublic(list));
    }

    private void checkStanding(Recommendation list, Publicity made) {
        Set<String> standing = publicities.projects(made.id()).stream()
                .filter(PublicProject::stands)
                .map(PublicProject::applicationId)
                .collect(Collectors.toSet());
        recommendations.ranked(list).stream()
                .filter(id -> !standing.contains(id))
                .findFirst()
                .ifPresent(unknown -> {
                    throw Refusal.conflict("signing.not-public", unknown);
                });
    }

    /** A deadline may have ended the review before the round's list was public; a window that is opened again leads past it. */
    private void checkNeverPublic(Recommendation list) {
        if (list.unitId().equals(Unit.DEPARTMENT)
                && publicities.organised(list.roundId(), Unit.DEPARTMENT)
                && !recommendations.ranked(list).isEmpty()) {
            throw Refusal.conflict("signing.never-public");
        }
    }
}
