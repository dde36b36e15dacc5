package cn.gdpilot.domain.deadline;

import static cn.gdpilot.domain.deadline.DeadlineFixture.COMMUNICATIONS;
import static cn.gdpilot.domain.deadline.DeadlineFixture.at;
import static cn.gdpilot.domain.deadline.DeadlineFixture.round;
import static cn.gdpilot.domain.deadline.DeadlineFixture.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.Daytime;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.RoundLists;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.ReminderTable;
import cn.gdpilot.domain.mail.ReminderTable.Reminder;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

/** Whom a reminder of an office's open work addresses. */
class WorkRemindersTest {

    private final Units units = mock();
    private final UnitContacts contacts = mock();
    private final ReminderTable table = mock();
    private final Outbox outbox = mock();

    @ParameterizedTest(name = "{0} reads: copy to {1}")
    @CsvSource({"HANDLER, ''", "LEAD, ''", "DESTINATION, dept-44", "DESTINATION_LEAD, dept-44"})
    @DisplayName("the office above is reminded of another one's work → addressed by its own name, as a copy")
    void copy(String recipient, String copyTo) {
        given(COMMUNICATIONS);
        given(unit(Unit.DEPARTMENT, UnitType.DEPARTMENT));
        when(contacts.mailboxOf(anyString())).thenAnswer(asked -> asked.getArgument(0));
        when(table.dueForWork(anyInt())).thenReturn(List.of(new Reminder(recipient, "work-reminder", 2)));

        new WorkReminders(units, contacts, table, outbox, moments())
                .send(round(), List.of(new OpenWork("ca-44", "审核项目", 12, at("12-08T17:30:00"))));

        ArgumentCaptor<Letter> letter = ArgumentCaptor.captor();
        verify(outbox).post(letter.capture());
        assertThat(letter.getValue().words())
                .containsEntry("copyTo", copyTo)
                .containsEntry("unit", COMMUNICATIONS.name());
    }

    private void given(Unit office) {
        when(units.find(office.id())).thenReturn(Optional.of(office));
        when(units.get(office.id())).thenReturn(office);
    }

    private static ReminderMoments moments() {
        PilotClock clock = mock();
        when(clock.now()).thenReturn(at("12-08T09:00:00"));
        WorkingDays days = new WorkingDays(new ReferenceFiles(Path.of("content/reference")), true);
        return new ReminderMoments(
                new DueDates(
                        days, clock, new RoundDays(new RoundLists(new ReferenceFiles(Path.of("content/reference"))))),
                days,
                new Daytime(days),
                clock);
    }
}
