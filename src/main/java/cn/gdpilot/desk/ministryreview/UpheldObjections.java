package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.objection.ObjectionRemedied;
import cn.gdpilot.domain.objection.ObjectionUpheld;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows where the ministry upholds an objection: the selection changes, as long as it is not published. */
@Component("upheldAtMinistry")
class UpheldObjections {

    private final MinistryDesk desk;
    private final Selections selections;
    private final Applications applications;
    private final Recommendations recommendations;
    private final Rounds rounds;
    private final PilotClock clock;

    UpheldObjections(
            MinistryDesk desk,
            Selections selections,
            Applications applications,
            Recommendations recommendations,
            Rounds rounds,
            PilotClock clock) {
        this.clock = clock;
        this.desk = desk;
        this.selections = selections;
        this.applications = applications;
        this.recommendations = recommendations;
        this.rounds = rounds;
    }

    @EventListener
    @Transactional
    public void follow(ObjectionUpheld upheld) {
        if (!upheld.isFor(Unit.MINISTRY)) {
            return;
        }
        Application project = applications.get(upheld.applicationId());
        if (rounds.lock(upheld.roundId()).announcedAt() != null) {
            throw Refusal.conflict("objection.too-late", Texts.label("state", project.state()));
        }
        if (!upheld.takesOff()
                && desk.received(upheld.roundId()).stream()
                        .noneMatch(one -> one.id().equals(project.id()))) {
            throw Refusal.conflict("objection.too-late", Texts.label("state", project.state()));
        }
        selections.change(
                upheld.roundId(),
                project.id(),
                !upheld.takesOff(),
                new Selections.Decision(
                        upheld.officer().person(),
                        clock.now(),
                        Texts.of("objection.upheld-because", upheld.grounds())));
    }

    /** The lead adds to the pilots what was not selected; or another office's lead adds to a list that the ministry reviews. */
    @EventListener
    @Transactional
    public void follow(ObjectionRemedied remedied) {
        if (remedied.about() == ApplicationState.NOT_SELECTED) {
            desk.selectLate(
                    remedied.applicationId(),
                    Texts.of("objection.upheld-because", remedied.grounds()),
                    remedied.lead());
            return;
        }
        boolean toMinistry = recommendations
                .get(remedied.roundId(), remedied.unitId())
                .destination()
                .equals(Unit.MINISTRY);
        if (toMinistry
                && (rounds.lock(remedied.roundId()).announcedAt() != null
                        || !selections.of(remedied.roundId()).isEmpty())) {
            throw Refusal.conflict("objection.next-selected");
        }
    }
}
