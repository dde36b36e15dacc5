package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.opinion.Opinion;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.opinion.ReviewOutcome;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.EndLetter;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The Department's first review: which projects it has, and what it thinks of each (R3.5). */
@Service
class ReviewProject {

    private final Applications applications;
    private final Recommendations recommendations;
    private final Opinions opinions;
    private final StandsAgain standsAgain;
    private final ProvinceLetters letters;
    private final PilotClock clock;

    ReviewProject(
            Applications applications,
            Recommendations recommendations,
            Opinions opinions,
            StandsAgain standsAgain,
            ProvinceLetters letters,
            PilotClock clock) {
        this.applications = applications;
        this.recommendations = recommendations;
        this.opinions = opinions;
        this.standsAgain = standsAgain;
        this.letters = letters;
        this.clock = clock;
    }

    /** The projects of the lists that have arrived in time. */
    List<Application> arrived(String roundId) {
        return recommendations.ofRound(roundId).stream()
                .filter(list -> list.destination().equals(Unit.DEPARTMENT))
                .filter(list -> list.state() == Recommendation.State.ARRIVED)
                .flatMap(list -> recommendations.ranked(list).stream())
                .map(applications::get)
                .filter(application -> application.state() == ApplicationState.RECOMMENDED)
                .toList();
    }

    /** The projects that have passed the first review and that no duplicate has displaced. */
    List<Application> reviewed(String roundId) {
        return applications.ofRound(roundId, Set.of(ApplicationState.REVIEWED));
    }

    /** The Department's opinion: what passes is reviewed, what does not is not forwarded. */
    @Transactional
    public void review(String applicationId, ReviewOutcome outcome, String grounds, Actor officer) {
        Opinion opinion =
                opinions.give(UnitType.DEPARTMENT, applicationId, outcome, grounds, officer.person(), clock.now());
        if (opinion.passes()) {
            pass(applicationId, Grounds.byRule("R3.5", grounds), officer);
        } else {
            fail(applicationId, Grounds.byRule("R3.5", Texts.of("grounds.FIRST_REVIEW", opinion.grounds())), officer);
        }
    }

    /** Where it was reviewed before, taken off and put back, another may have come in for it meanwhile. */
    private void pass(String id, Grounds grounds, Actor officer) {
        Plan others = standsAgain.check(id, officer);
        applications.advance(id, ApplicationState.REVIEWED, officer, grounds);
        others.apply();
        others.tell();
    }

    private void fail(String id, Grounds grounds, Actor officer) {
        applications.advance(id, ApplicationState.NOT_FORWARDED, officer, grounds);
        letters.ended(EndLetter.NOT_FORWARDED, "not-forwarded/" + id, applications.get(id), grounds);
    }
}
