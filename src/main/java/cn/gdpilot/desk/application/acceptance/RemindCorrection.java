package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.desk.application.ApplicationLetters;
import cn.gdpilot.domain.deadline.ReminderMoments;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.deadline.correction.CorrectionDates;
import cn.gdpilot.domain.mail.ReminderTable;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds an applicant of a correction's own day (R2.13), as many days before it as the table reminds of a unit's deadline. What may come
 * back until the unit's deadline is reminded together with the unit's drafts.
 */
@Service
class RemindCorrection {

    private static final String APPLICANT = "APPLICANT";

    private final Applications applications;
    private final CorrectionDates dates;
    private final ReminderMoments moments;
    private final ReminderTable table;
    private final UnitDeadlines deadlines;
    private final ApplicationLetters letters;

    RemindCorrection(
            Applications applications,
            CorrectionDates dates,
            ReminderMoments moments,
            ReminderTable table,
            UnitDeadlines deadlines,
            ApplicationLetters letters) {
        this.applications = applications;
        this.dates = dates;
        this.moments = moments;
        this.table = table;
        this.deadlines = deadlines;
        this.letters = letters;
    }

    /** Sends what is due now, once however often it is asked. */
    @Transactional
    public void send(String applicationId) {
        Application application = applications.get(applicationId);
        if (application.state() != ApplicationState.RETURNED || !dates.isOwn(application)) {
            return;
        }
        moments.of(dates.inForce(application)).stream()
                .filter(moment -> table.due(deadlines.kind(application.unitId()), moment.planned(), false).stream()
                        .anyMatch(reminder -> reminder.recipient().equals(APPLICANT)))
                .findFirst()
                .ifPresent(moment -> letters.correctionNear(application, moment, dates));
    }
}
