package cn.gdpilot.domain.mail;

import cn.gdpilot.domain.calendar.DeadlineKind;
import java.util.List;

/** The table reminder-schedule: who is reminded how many days before a deadline. */
public interface ReminderTable {

    /** Reminders that are due so many days before; empty if there are none, or if the unit is done. */
    List<Reminder> due(DeadlineKind deadline, int daysLeft, boolean done);

    /** Reminders that are due for tasks that an office should have done in so many days; negative once they are overdue. */
    List<Reminder> dueForWork(int daysLeft);

    /**
     * One row.
     *
     * @param recipient  APPLICANT, HANDLER, LEAD, DESTINATION or DESTINATION_LEAD
     * @param template   kind of letter
     * @param escalation 0 = a reminder, up to 3
     */
    record Reminder(String recipient, String template, int escalation) {}
}
