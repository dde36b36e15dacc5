package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.objection.ObjectionUpheld;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.project.ApplicationClosed;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows where the Department upholds an objection: as long as its list is not signed. */
@Component
class UpheldObjections {

    private final Applications applications;
    private final Recommendations recommendations;
    private final Opinions opinions;
    private final Lifting lifting;
    private final ApplicationEventPublisher events;
    private final PilotClock clock;

    UpheldObjections(
            Applications applications,
            Recommendations recommendations,
            Opinions opinions,
            Lifting lifting,
            ApplicationEventPublisher events,
            PilotClock clock) {
        this.lifting = lifting;
        this.events = events;
        this.applications = applications;
        this.recommendations = recommendations;
        this.opinions = opinions;
        this.clock = clock;
    }

    /** First of all who hear it: the model is told by what the project has become. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional
    public void follow(ObjectionUpheld upheld) {
        if (!upheld.isFor(Unit.DEPARTMENT)) {
            return;
        }
        ApplicationState state = applications.lock(upheld.applicationId()).state();
        boolean open = recommendations
                .find(upheld.roundId(), Unit.DEPARTMENT)
                .map(Recommendation::open)
                .orElse(true);
        if (!open) {
            throw Refusal.conflict("objection.too-late", Texts.label("state", state));
        }
        if (upheld.takesOff()) {
            takeOff(upheld, state);
        } else {
            putBack(upheld, state);
        }
    }

    private void takeOff(ObjectionUpheld upheld, ApplicationState state) {
        if (state == ApplicationState.REVIEWED) {
            recommendations.drop(upheld.applicationId());
            step(upheld, ApplicationState.NOT_FORWARDED);
            // What was dropped for it goes on again.
            events.publishEvent(new ApplicationClosed(upheld.applicationId()));
        } else if (!state.over()) {
            throw Refusal.conflict("objection.too-late", Texts.label("state", state));
        }
    }

    /** A duplicate is none any more; what failed the first review, or was taken off, is reviewed again. */
    private void putBack(ObjectionUpheld upheld, ApplicationState state) {
        switch (state) {
            case REVIEWED -> {}
            case DUPLICATE -> lifting.lift(upheld.applicationId(), upheld.officer(), grounds(upheld));
            case NOT_FORWARDED -> {
                opinions.setAside(UnitType.DEPARTMENT, upheld.applicationId(), upheld.grounds(), clock.now());
                step(upheld, ApplicationState.RECOMMENDED);
            }
            default -> throw Refusal.conflict("objection.too-late", Texts.label("state", state));
        }
    }

    private void step(ObjectionUpheld upheld, ApplicationState next) {
        applications.advance(upheld.applicationId(), next, upheld.officer(), grounds(upheld));
    }

    private static Grounds grounds(ObjectionUpheld upheld) {
        return Grounds.byRule("R3.5", Texts.of("objection.upheld-because", upheld.grounds()));
    }
}
