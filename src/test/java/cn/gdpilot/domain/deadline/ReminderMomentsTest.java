package cn.gdpilot.domain.deadline;

import static cn.gdpilot.domain.deadline.DeadlineFixture.at;
import static cn.gdpilot.domain.deadline.DeadlineFixture.deadline;
import static cn.gdpilot.domain.deadline.DeadlineFixture.round;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.Daytime;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.RoundLists;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is reminded at which moment, around deadlines, days off and the year's end. 2026-12-08 is a Tuesday. */
class ReminderMomentsTest {

    @ParameterizedTest(name = "{0} seen at {1}: {2}")
    @CsvSource(
            nullValues = "none",
            value = {
                "12-08T17:30:00, 12-01T09:00:00, 7",
                // Friday sends Saturday's and Sunday's; these days send nothing themselves.
                "12-08T17:30:00, 12-04T09:00:00, 4 3 2",
                "12-08T17:30:00, 12-05T09:00:00, none",
                "12-08T17:30:00, 12-06T09:00:00, none",
                "12-08T17:30:00, 12-08T15:29:59, 0",
                "12-08T17:30:00, 12-08T15:30:00, last",
                "12-08T17:30:00, 12-08T17:30:00.999999999, last",
                "12-08T17:30:00, 12-08T17:30:01, none",
                // 24:00 of Sunday 12-20: the last call comes on Friday evening.
                "12-21T00:00:00, 12-18T19:59:59, 2 1 0",
                "12-21T00:00:00, 12-18T20:00:00, last",
                "12-21T00:00:00, 12-21T00:00:00.999999999, last",
                "12-21T00:00:00, 12-21T00:00:01, none",
                // The day before the holiday of October sends all of its days.
                "10-08T17:30:00, 09-30T09:00:00, 8 7 6 5 4 3 2 1",
                "10-08T17:30:00, 10-01T09:00:00, none",
                // Over the year's end: 01-01 is a holiday, 01-02 and 01-03 a weekend.
                "2027-01-04T17:30:00, 12-31T09:00:00, 4 3 2 1",
                "2027-01-04T17:30:00, 2027-01-01T09:00:00, none",
                "2027-01-04T17:30:00, 2027-01-04T09:00:00, 0"
            })
    @DisplayName("R4.1 R4.3 a deadline → planned days, then the last call, nothing once it is past")
    void deadlines(String lastMoment, String now, String moments) {
        assertThat(told(momentsAt(now).of(deadline(lastMoment)))).isEqualTo(moments == null ? "" : moments);
    }

    @ParameterizedTest(name = "{0} seen at {1}: {2}")
    @CsvSource(
            nullValues = "none",
            value = {
                "12-08T17:30:00, 12-08T16:00:00, 0",
                "12-08T17:30:00, 12-08T17:30:01, 0",
                "12-08T17:30:00, 12-09T09:00:00, -1",
                "12-08T17:30:00, 12-11T09:00:00, -3 -4 -5",
                "12-08T17:30:00, 12-12T09:00:00, none",
                "12-21T00:00:00, 12-21T09:00:00, -1"
            })
    @DisplayName("work that nothing closes → no last call, and reminders go on after its date")
    void work(String due, String now, String moments) {
        assertThat(told(momentsAt(now).ofWork(at(due)))).isEqualTo(moments == null ? "" : moments);
    }

    @Test
    @DisplayName("a deadline's reminder → useless after it; work's → overdue in words, and useful without end")
    void letters() {
        Letter ahead = letter(momentsAt("12-07T09:00:00").of(deadline("12-08T17:30:00")));
        assertThat(ahead.words()).containsEntry("left", "还有 1 天").containsEntry("days", "1");
        assertThat(ahead.notAfter()).isEqualTo(at("12-08T17:30:01"));
        Letter last = letter(momentsAt("12-08T15:30:00").of(deadline("12-08T17:30:00")));
        assertThat(last.words()).containsEntry("left", "今日截止，只剩数小时");
        assertThat(last.dedupKey()).isNotEqualTo(ahead.dedupKey());

        Letter today = letter(momentsAt("12-08T09:00:00").ofWork(at("12-08T17:30:00")));
        assertThat(today.words()).containsEntry("left", "今天截止");
        assertThat(today.notAfter()).isEqualTo(at("12-08T17:30:01"));
        Letter overdue = letter(momentsAt("12-10T09:00:00").ofWork(at("12-08T17:30:00")));
        assertThat(overdue.words()).containsEntry("left", "已超期 2 天");
        assertThat(overdue.notAfter()).isNull();
    }

    @Test
    @DisplayName("R4.1 the date was extended → the same day's reminder goes out again for the new date")
    void extended() {
        Letter before = letter(momentsAt("12-08T09:00:00").of(deadline("12-08T17:30:00")));
        Letter after = letter(momentsAt("12-10T09:00:00").of(deadline("12-10T17:30:00")));
        assertThat(after.words()).containsEntry("left", "今天截止");
        assertThat(after.dedupKey()).isNotEqualTo(before.dedupKey());
    }

    @Test
    @DisplayName("R4.3 last call repeated at 22:00 before a date at 24:00 → the letter of 20:00, which is sent once")
    void lastCallOnce() {
        Letter evening = letter(momentsAt("12-15T20:00:00").of(deadline("12-16T00:00:00")));
        Letter again = letter(momentsAt("12-15T22:00:00").of(deadline("12-16T00:00:00")));

        assertThat(again.dedupKey()).isEqualTo(evening.dedupKey());
    }

    @Test
    @DisplayName("due at night → sent in the morning, not at all where the deadline is past by then")
    void atNight() {
        Letter late = letter(momentsAt("12-15T22:00:00").of(deadline("12-16T00:00:00")));
        assertThat(late.notBefore()).isEqualTo(at("12-16T08:00:00"));
        assertThat(late.notAfter()).isEqualTo(at("12-16T00:00:01"));
    }

    private static Letter letter(List<ReminderMoment> moments) {
        return moments.get(0).letter(round(), "reminder", "2026/city-440900", "city@example.org", Map.of());
    }

    private static String told(List<ReminderMoment> moments) {
        return moments.stream()
                .map(one -> one.lastCall() ? "last" : String.valueOf(one.planned()))
                .collect(Collectors.joining(" "));
    }

    private static ReminderMoments momentsAt(String now) {
        PilotClock clock = mock(PilotClock.class);
        when(clock.now()).thenReturn(at(now));
        WorkingDays days = new WorkingDays(new ReferenceFiles(Path.of("content/reference")), true);
        return new ReminderMoments(
                new DueDates(
                        days, clock, new RoundDays(new RoundLists(new ReferenceFiles(Path.of("content/reference"))))),
                days,
                new Daytime(days),
                clock);
    }
}
