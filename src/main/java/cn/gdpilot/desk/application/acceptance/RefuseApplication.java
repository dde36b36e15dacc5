package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.desk.application.ApplicationLetters;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.record.TimelineEntry;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Refuses an application, and tells of it. */
@Service
class RefuseApplication {

    private final Applications applications;
    private final Timeline timeline;
    private final ApplicationLetters letters;

    RefuseApplication(Applications applications, Timeline timeline, ApplicationLetters letters) {
        this.applications = applications;
        this.timeline = timeline;
        this.letters = letters;
    }

    /** Refuses; the rule must be named. */
    @Transactional
    public void refuse(String id, String rule, String grounds, Actor officer) {
        if (rule == null || !rule.matches("R\\d{1,2}\\.\\d{1,2}")) {
            throw Refusal.invalid("accept.rule-missing");
        }
        applications.advance(id, ApplicationState.REFUSED, officer, Grounds.byRule(rule, grounds));
    }

    /**
     * Tells the applicant that and why it was refused.
     *
     * @throws Refusal if it is not refused
     */
    @Transactional
    public void tellRefusal(String id) {
        if (applications.get(id).state() != ApplicationState.REFUSED) {
            throw Refusal.conflict("accept.nothing-to-tell");
        }
        TimelineEntry refusal = timeline.last(id);
        letters.refused(applications.get(id), refusal.rule(), refusal.grounds());
    }
}
