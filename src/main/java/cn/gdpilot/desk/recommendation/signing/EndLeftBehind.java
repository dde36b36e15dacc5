package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.desk.recommendation.RecommendationLetters;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.pending.LeftBehind;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Ends an application to which nothing can come any more; its applicant is told and may object. */
@Component
class EndLeftBehind implements LeftBehind {

    private static final Set<ApplicationState> ON_ITS_WAY =
            EnumSet.of(ApplicationState.RECOMMENDED, ApplicationState.FORWARDED);

    private final Applications applications;
    private final Recommendations recommendations;
    private final Units units;
    private final RecommendationLetters letters;

    EndLeftBehind(
            Applications applications, Recommendations recommendations, Units units, RecommendationLetters letters) {
        this.applications = applications;
        this.recommendations = recommendations;
        this.units = units;
        this.letters = letters;
    }

    /**
     * As left out of the list that has gone: its unit's, or the Department's once it has come there. On a list that has
     * missed its deadline it has missed it, too.
     */
    @Override
    public void end(String applicationId, String grounds, Actor lead) {
        Application application = applications.lock(applicationId);
        String words = Texts.of("unattended.end-grounds", grounds);
        if (isOnMissedList(application)) {
            Recommendation late =
                    list(application.roundId(), carrier(application)).orElseThrow();
            Grounds why = Grounds.byRule(late.deadline().rule(), words);
            letters.missed(advance(application, ApplicationState.MISSED_DEADLINE, lead, why), late, why);
            return;
        }
        boolean withDepartment = application.state() == ApplicationState.REVIEWED || isBesideSignedOrder(application);
        ApplicationState next = switch (application.state()) {
            case ACCEPTED, RANKED -> ApplicationState.NOT_RECOMMENDED;
            case REVIEWED -> ApplicationState.NOT_FORWARDED;
            case RECOMMENDED -> withDepartment ? ApplicationState.NOT_FORWARDED : null;
            default -> null;
        };
        if (next == null) {
            throw Refusal.conflict("unattended.ministry-only", Texts.label("state", application.state()));
        }
        Grounds why = Grounds.byRule(withDepartment ? "R3.5" : "R3.6", words);
        letters.leftOut(
                advance(application, next, lead, why),
                units.get(withDepartment ? Unit.DEPARTMENT : application.unitId()),
                why);
    }

    private Application advance(Application application, ApplicationState next, Actor lead, Grounds why) {
        return applications.advance(application.id(), next, lead, why);
    }

    private boolean isOnMissedList(Application application) {
        return ON_ITS_WAY.contains(application.state())
                && list(application.roundId(), carrier(application))
                        .filter(one -> one.state() == Recommendation.State.MISSED)
                        .isPresent();
    }

    /** It came to the Department, whose order is signed without it. */
    private boolean isBesideSignedOrder(Application application) {
        return list(application.roundId(), application.unitId())
                        .filter(one -> one.destination().equals(Unit.DEPARTMENT)
                                && one.state() == Recommendation.State.ARRIVED)
                        .isPresent()
                && list(application.roundId(), Unit.DEPARTMENT)
                        .filter(one -> !one.open())
                        .isPresent();
    }

    private Optional<Recommendation> list(String roundId, String unitId) {
        return recommendations.find(roundId, unitId);
    }

    /** Whose list carries it. */
    private static String carrier(Application application) {
        return application.state() == ApplicationState.FORWARDED ? Unit.DEPARTMENT : application.unitId();
    }
}
