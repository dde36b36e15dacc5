package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.desk.recommendation.RecommendationLetters;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationClosed;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.text.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What signing decides about each project that could have been on the list. */
@Component
public class ListOutcome {

    private final Applications applications;
    private final RecommendationLetters letters;
    private final ApplicationEventPublisher events;

    ListOutcome(Applications applications, RecommendationLetters letters, ApplicationEventPublisher events) {
        this.applications = applications;
        this.letters = letters;
        this.events = events;
    }

    void decide(Application candidate, boolean ranked, Recommendation list, String reason, Actor lead) {
        boolean department = list.unitId().equals(Unit.DEPARTMENT);
        ApplicationState next = department
                ? (ranked ? ApplicationState.FORWARDED : ApplicationState.NOT_FORWARDED)
                : (ranked ? ApplicationState.RECOMMENDED : ApplicationState.NOT_RECOMMENDED);
        Application before = applications.advance(
                candidate.id(),
                next,
                lead,
                ranked ? Grounds.NONE : Grounds.byRule(department ? "R3.5" : "R3.2", leftOut(list, reason)));
        if (!ranked) {
            letters.leftOut(before);
            // Of two that are one project, what was dropped for this one goes on again.
            events.publishEvent(new ApplicationClosed(candidate.id()));
        }
    }

    /** Why, under which quota, by which version of the table. */
    private static String leftOut(Recommendation list, String reason) {
        String why = reason == null ? Texts.of("ranking.left-out") : Texts.of("ranking.left-out-because", reason);
        return list.quotaSource() == null ? why : why + Texts.of("ranking.under-quota", list.quota(), list.quotaSource());
    }
}
