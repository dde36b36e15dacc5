package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.objection.OutcomeOwner;
import cn.gdpilot.domain.objection.Plan;
import cn.gdpilot.domain.objection.Reversal;
import cn.gdpilot.domain.objection.Upheld;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.publicity.PublicProject;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Where an objection to leaving a project out is upheld when the list has gone, the lead may add the project behind the
 * others: within the quota, and as long as the next office has not gone on.
 */
@Component
class AddLate implements OutcomeOwner {

    private final Applications applications;
    private final Recommendations recommendations;
    private final UnitDeadlines deadlines;
    private final Publicities publicities;
    private final RightedOpinion opinion;
    private final MakeListPapers papers;
    private final PilotClock clock;

    AddLate(
            Applications applications,
            Recommendations recommendations,
            UnitDeadlines deadlines,
            Publicities publicities,
            RightedOpinion opinion,
            MakeListPapers papers,
            PilotClock clock) {
        this.applications = applications;
        this.recommendations = recommendations;
        this.deadlines = deadlines;
        this.publicities = publicities;
        this.opinion = opinion;
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    public Set<Reversal> reversals() {
        return Set.of(Reversal.RECOMMENDED_LATE, Reversal.FORWARDED_LATE);
    }

    @Override
    public Plan check(Upheld upheld) {
        Recommendation list = recommendations.lock(upheld.roundId(), upheld.unitId());
        Application project = applications.lock(upheld.applicationId());
        if (project.state() != upheld.reversal().from()) {
            throw Upheld.tooLate(project.state());
        }
        checkGone(list);
        checkNext(list);
        checkPublic(list, project.id());
        recommendations.holdPlace(list);
        return Plan.change(() -> add(upheld, project, list));
    }

    /** Signed papers are on the table: what is added comes after they have left. A list that never arrives adds nothing. */
    private void checkGone(Recommendation list) {
        if (list.state() == State.SIGNED
                && deadlines.delivery(list.roundId(), list.unitId()).includes(clock.now())) {
            throw Refusal.conflict("objection.list-not-sent");
        }
        if (list.open() && deadlines.delivery(list.roundId(), list.unitId()).includes(clock.now())) {
            throw Refusal.conflict("objection.list-ranked-again");
        }
        if (list.state() == State.ZERO) {
            throw Refusal.conflict("objection.list-zero");
        }
        if (list.state() != State.SENT && list.state() != State.ARRIVED) {
            throw Refusal.byRule(deadlines.kind(list.unitId()).rule(), "objection.list-missed");
        }
    }

    /** The ministry's desk says of a list to the ministry whether it is too late. */
    private void checkNext(Recommendation list) {
        boolean gone = list.destination().equals(Unit.DEPARTMENT)
                && recommendations
                        .find(list.roundId(), Unit.DEPARTMENT)
                        .filter(next -> !next.open())
                        .isPresent();
        if (gone) {
            throw Refusal.conflict("objection.next-signed");
        }
    }

    /** Where a list was made public, nothing else goes on. */
    private void checkPublic(Recommendation list, String id) {
        publicities
                .newest(list.roundId(), list.unitId())
                .filter(made -> publicities.projects(made.id()).stream()
                        .filter(PublicProject::stands)
                        .noneMatch(one -> one.applicationId().equals(id)))
                .ifPresent(made -> {
                    throw Refusal.conflict("signing.not-public", id);
                });
    }

    private void add(Upheld upheld, Application project, Recommendation list) {
        recommendations.supplement(list, project.id());
        opinion.setRight(project, upheld);
        String rule = upheld.reversal() == Reversal.FORWARDED_LATE ? "R3.5" : "R3.6";
        applications.advance(
                project.id(),
                upheld.reversal().to(),
                upheld.by(),
                Grounds.byRule(rule, Texts.of("objection.added-because", upheld.grounds())));
        papers.make(list.roundId(), list.unitId());
    }
}
