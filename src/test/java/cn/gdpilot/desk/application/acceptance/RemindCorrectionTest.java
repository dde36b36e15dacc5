package cn.gdpilot.desk.application.acceptance;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.desk.application.ApplicationLetters;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.deadline.ReminderMoment;
import cn.gdpilot.domain.deadline.ReminderMoments;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.deadline.correction.CorrectionDates;
import cn.gdpilot.domain.mail.ReminderTable;
import cn.gdpilot.domain.mail.ReminderTable.Reminder;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R2.13 a correction's own day is warned of. */
class RemindCorrectionTest {

    private static final String ID = "GD2026-00017";
    private static final String CITY = "city-440100";
    private static final Instant DAY = Instant.parse("2026-11-12T09:30:00Z");
    private static final ReminderMoment DAY_BEFORE = new ReminderMoment(null, DAY, 1, false);

    private final Applications applications = mock();
    private final CorrectionDates dates = mock();
    private final ReminderMoments moments = mock();
    private final ReminderTable table = mock();
    private final UnitDeadlines deadlines = mock();
    private final ApplicationLetters letters = mock();
    private final Application returned = mock();
    private final RemindCorrection reminding =
            new RemindCorrection(applications, dates, moments, table, deadlines, letters);

    @BeforeEach
    void dayBefore() {
        when(applications.get(ID)).thenReturn(returned);
        when(returned.state()).thenReturn(ApplicationState.RETURNED);
        when(returned.unitId()).thenReturn(CITY);
        when(dates.isOwn(returned)).thenReturn(true);
        when(dates.inForce(returned)).thenReturn(new Deadline(DAY));
        when(moments.of(new Deadline(DAY))).thenReturn(List.of(DAY_BEFORE));
        when(deadlines.kind(CITY)).thenReturn(DeadlineKind.CITY);
        when(table.due(any(), anyInt(), eq(false))).thenReturn(List.of());
        when(table.due(DeadlineKind.CITY, 1, false))
                .thenReturn(List.of(
                        new Reminder("HANDLER", "reminder", 0), new Reminder("APPLICANT", "draft-reminder", 0)));
    }

    @Test
    @DisplayName("R2.13 own day weeks before the unit's deadline, a day left → applicant reminded")
    void near() {
        reminding.send(ID);

        verify(letters).correctionNear(returned, DAY_BEFORE, dates);
    }

    @Test
    @DisplayName("R4.1 unit's deadline binds → reminded with the unit's drafts, not here")
    void window() {
        when(dates.isOwn(returned)).thenReturn(false);

        reminding.send(ID);

        verify(letters, never()).correctionNear(any(), any(), any());
    }

    @Test
    @DisplayName("R2.13 table reminds no applicant that many days before → no letter")
    void otherDay() {
        when(moments.of(new Deadline(DAY))).thenReturn(List.of(new ReminderMoment(null, DAY, 2, false)));

        reminding.send(ID);

        verify(letters, never()).correctionNear(any(), any(), any());
    }
}
