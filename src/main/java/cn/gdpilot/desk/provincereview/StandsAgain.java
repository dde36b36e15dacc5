package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.EndLetter;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where a project is back for which others were dropped, what was decided of them holds again (R3.7). */
@Component
class StandsAgain {

    private static final Set<ApplicationState> GONE_ON =
            EnumSet.of(ApplicationState.FORWARDED, ApplicationState.SELECTED, ApplicationState.PILOT);

    private final DuplicatePairs pairs;
    private final Applications applications;
    private final Recommendations recommendations;
    private final ProvinceLetters letters;

    StandsAgain(
            DuplicatePairs pairs, Applications applications, Recommendations recommendations, ProvinceLetters letters) {
        this.pairs = pairs;
        this.applications = applications;
        this.recommendations = recommendations;
        this.letters = letters;
    }

    /**
     * Checks whether the project may be back.
     *
     * @return how the others are dropped again that came in for it meanwhile
     * @throws Refusal if one of them has been forwarded (R3.7)
     */
    Plan check(String id, Actor officer) {
        List<Application> others =
                pairs.droppedFor(id).stream().map(applications::lock).toList();
        others.stream()
                .filter(other -> GONE_ON.contains(other.state()))
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.byRule("R3.7", "objection.other-forwarded", other.id());
                });
        List<String> dropped = others.stream()
                .filter(other -> other.state() == ApplicationState.REVIEWED)
                .map(Application::id)
                .toList();
        String rule = PastDepartment.ruleFor(applications.get(id));
        return new Plan(
                () -> dropped.forEach(other -> drop(other, id, rule, officer)),
                () -> dropped.forEach(other -> tell(other, rule)));
    }

    private void drop(String other, String stands, String rule, Actor officer) {
        recommendations.drop(other);
        applications.advance(
                other,
                ApplicationState.DUPLICATE,
                officer,
                Grounds.byRule(rule, Texts.of("duplicate.stands-again", stands)));
    }

    private void tell(String other, String rule) {
        letters.ended(
                EndLetter.DUPLICATE,
                "duplicate-again/" + other,
                applications.get(other),
                Grounds.byRule(rule, Texts.of("outcome.duplicate")));
    }
}
