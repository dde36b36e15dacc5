package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.desk.application.ApplicationLetters;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.opinion.Corrections;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Returns an application for correction, while there is time for one. */
@Service
class ReturnApplication {

    private final Applications applications;
    private final OpenUnitList unitList;
    private final Corrections corrections;
    private final Timeline timeline;
    private final Rounds rounds;
    private final UnitDeadlines deadlines;
    private final ApplicationLetters letters;
    private final PilotClock clock;

    ReturnApplication(
            Applications applications,
            OpenUnitList unitList,
            Corrections corrections,
            Timeline timeline,
            Rounds rounds,
            UnitDeadlines deadlines,
            ApplicationLetters letters,
            PilotClock clock) {
        this.applications = applications;
        this.unitList = unitList;
        this.corrections = corrections;
        this.timeline = timeline;
        this.rounds = rounds;
        this.deadlines = deadlines;
        this.letters = letters;
        this.clock = clock;
    }

    /** Returns for correction; the applicant is told what to correct beside each item (R2.13). */
    @Transactional
    public void giveBack(String id, ReturnNote note, Actor officer) {
        Application application = applications.lock(id);
        checkCorrectable(application);
        unitList.holdOpen(application);
        Application returned =
                applications.advance(id, ApplicationState.RETURNED, officer, Grounds.because(note.grounds()));
        corrections.ask(id, returned.submissions(), note.corrections());
    }

    /** The CA decides for days after it has stopped taking applications: a correction could not be handed in then. */
    private void checkCorrectable(Application application) {
        Deadline window = deadlines.submission(rounds.get(application.roundId()), application.unitId());
        if (!window.includes(clock.now())) {
            throw Refusal.byRule("R4.1", "accept.return-late", window.text());
        }
    }

    /**
     * Tells the applicant what to correct.
     *
     * @throws Refusal if it is not returned
     */
    @Transactional
    public void tellReturn(String id) {
        Application returned = applications.get(id);
        if (returned.state() != ApplicationState.RETURNED) {
            throw Refusal.conflict("accept.nothing-to-tell");
        }
        Deadline window = deadlines.submission(rounds.get(returned.roundId()), returned.unitId());
        letters.returned(returned, timeline.last(id).grounds(), window);
    }
}
