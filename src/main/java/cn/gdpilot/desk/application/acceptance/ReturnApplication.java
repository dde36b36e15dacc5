package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.desk.application.ApplicationLetters;
import cn.gdpilot.domain.deadline.correction.CorrectionDates;
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
    private final CorrectionDates dates;
    private final ApplicationLetters letters;

    ReturnApplication(
            Applications applications,
            OpenUnitList unitList,
            Corrections corrections,
            Timeline timeline,
            CorrectionDates dates,
            ApplicationLetters letters) {
        this.applications = applications;
        this.unitList = unitList;
        this.corrections = corrections;
        this.timeline = timeline;
        this.dates = dates;
        this.letters = letters;
    }

    /**
     * Returns for correction until a day of its own; the applicant is told what to correct beside each item (R2.13). The CA
     * decides for days after it has stopped taking applications: a correction could not be handed in then.
     */
    @Transactional
    public void giveBack(String id, ReturnNote note, Actor officer) {
        Application application = applications.lock(id);
        dates.ask(application, officer);
        unitList.holdOpen(application);
        Application returned =
                applications.advance(id, ApplicationState.RETURNED, officer, Grounds.because(note.grounds()));
        corrections.ask(id, returned.submissions(), note.corrections());
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
        letters.returned(returned, timeline.last(id).grounds(), dates);
    }
}
