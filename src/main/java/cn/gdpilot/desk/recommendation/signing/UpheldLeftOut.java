package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.desk.recommendation.RecommendationProcess;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.objection.ObjectionRemedied;
import cn.gdpilot.domain.objection.ObjectionUpheld;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.publicity.PublicProject;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows where a unit upholds an objection to its leaving a project out: while the list is with the unit and its
 * deadline not past, the project is a candidate again and the list is ranked and signed anew; once it has gone, the lead
 * may add the project behind the others, within the quota, as long as the next office has not gone on.
 */
@Component
class UpheldLeftOut {

    private final Applications applications;
    private final Recommendations recommendations;
    private final UnitDeadlines deadlines;
    private final Opinions opinions;
    private final Publicities publicities;
    private final MakeListPapers papers;
    private final RecommendationProcess process;
    private final PilotClock clock;

    UpheldLeftOut(
            Applications applications,
            Recommendations recommendations,
            UnitDeadlines deadlines,
            Opinions opinions,
            Publicities publicities,
            MakeListPapers papers,
            RecommendationProcess process,
            PilotClock clock) {
        this.applications = applications;
        this.recommendations = recommendations;
        this.deadlines = deadlines;
        this.opinions = opinions;
        this.publicities = publicities;
        this.papers = papers;
        this.process = process;
        this.clock = clock;
    }

    /** The project is among its unit's candidates again. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional
    public void follow(ObjectionUpheld upheld) {
        Application project = applications.get(upheld.applicationId());
        if (!upheld.isFor(project.unitId()) || project.state() != ApplicationState.NOT_RECOMMENDED) {
            return;
        }
        if (!deadlines.delivery(upheld.roundId(), upheld.unitId()).includes(clock.now())) {
            throw tooLate(project);
        }
        // The CA has no list yet while it reviews.
        recommendations
                .find(upheld.roundId(), upheld.unitId())
                .map(list -> recommendations.lock(list.roundId(), list.unitId()))
                .ifPresent(list -> openFor(project, list, upheld));
        setOpinionRight(project, upheld.grounds(), upheld.officer().person());
        applications.advance(
                project.id(),
                ApplicationState.ACCEPTED,
                upheld.officer(),
                Grounds.byRule("R3.6", Texts.of("objection.upheld-because", upheld.grounds())));
    }

    private void openFor(Application project, Recommendation list, ObjectionUpheld upheld) {
        if (list.open()) {
            recommendations.changed(list);
        } else if (list.state() == State.SIGNED) {
            recall(list, upheld);
        } else {
            throw tooLate(project);
        }
    }

    private static Refusal tooLate(Application project) {
        return Refusal.conflict("objection.too-late", Texts.label("state", project.state()));
    }

    /** A signed list that has not left the unit: what stands on it is ranked, no longer recommended. */
    private void recall(Recommendation list, ObjectionUpheld upheld) {
        Grounds grounds = Grounds.byRule("R3.6", Texts.of("objection.list-recalled"));
        recommendations.ranked(list).stream()
                .filter(id -> applications.get(id).state() == ApplicationState.RECOMMENDED)
                .forEach(id -> applications.advance(id, ApplicationState.RANKED, upheld.officer(), grounds));
        recommendations.recalled(list);
        if (!process.recall(list)) {
            throw Refusal.conflict("objection.list-busy");
        }
    }

    /** The lead adds the project to a list that has gone. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional
    public void follow(ObjectionRemedied remedied) {
        if (remedied.about() == ApplicationState.NOT_SELECTED) {
            return;
        }
        boolean department = remedied.unitId().equals(Unit.DEPARTMENT);
        Recommendation list = recommendations.lock(remedied.roundId(), remedied.unitId());
        Application project = applications.lock(remedied.applicationId());
        if (project.state() != remedied.about()) {
            throw tooLate(project);
        }
        checkGone(list);
        checkNext(list);
        checkPublic(list, project.id());
        recommendations.supplement(list, project.id());
        setOpinionRight(project, remedied.grounds(), remedied.lead().person());
        applications.advance(
                project.id(),
                department ? ApplicationState.FORWARDED : ApplicationState.RECOMMENDED,
                remedied.lead(),
                Grounds.byRule(department ? "R3.5" : "R3.6", Texts.of("objection.added-because", remedied.grounds())));
        papers.make(list.roundId(), list.unitId());
    }

    /** Signed papers are on the table: what is added comes after they have left. A list that never arrives adds nothing. */
    private void checkGone(Recommendation list) {
        if (list.state() == State.SIGNED
                && deadlines.delivery(list.roundId(), list.unitId()).includes(clock.now())) {
            throw Refusal.conflict("objection.list-not-sent");
        }
        if (list.state() != State.SENT && list.state() != State.ARRIVED) {
            throw Refusal.byRule(deadlines.kind(list.unitId()).rule(), "objection.list-missed");
        }
    }

    /** Of a list to the ministry, the ministry's desk says whether it is too late. */
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

    /** The CA's opinion that was found wrong is kept aside; the answer stands in its place. */
    private void setOpinionRight(Application project, String grounds, String person) {
        if (project.channel() == UnitType.COMMS_ADMIN
                && opinions.find(UnitType.COMMS_ADMIN, project.id())
                        .filter(given -> !given.passes())
                        .isPresent()) {
            opinions.setAside(UnitType.COMMS_ADMIN, project.id(), grounds, clock.now());
            opinions.give(UnitType.COMMS_ADMIN, project.id(), "PASS", grounds, person, clock.now());
        }
    }
}
