package cn.gdpilot.rules;

import static cn.gdpilot.rules.Tables.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReminderScheduleTest {

    private static final String TABLE = "reminder-schedule";

    private static List<String> reminders(String deadline, Integer daysLeft, Boolean done) {
        return Tables.ask(TABLE, facts("deadline", deadline, "daysLeft", daysLeft, "done", done)).stream()
                .map(row -> row.get("recipient") + " " + row.get("template") + " " + row.get("escalation"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"CITY, 14", "MINISTRY, 14", "CITY, 7", "MINISTRY, 7"})
    @DisplayName("R4.1 R4.3 two weeks and a week before: the handler, and the applicant with a draft")
    void weeksBefore(String deadline, int daysLeft) {
        assertThat(reminders(deadline, daysLeft, false))
                .containsExactlyInAnyOrder("HANDLER reminder 0", "APPLICANT draft-reminder 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CITY", "MINISTRY"})
    @DisplayName("R4.1 R4.3 three days before: also the lead")
    void threeDays(String deadline) {
        assertThat(reminders(deadline, 3, false))
                .containsExactlyInAnyOrder("HANDLER reminder 0", "LEAD reminder 1", "APPLICANT draft-reminder 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CITY", "MINISTRY"})
    @DisplayName("R4.1 R4.3 the day before: the lead is pressed")
    void oneDay(String deadline) {
        assertThat(reminders(deadline, 1, false))
                .containsExactlyInAnyOrder("HANDLER reminder 0", "LEAD escalation 2", "APPLICANT draft-reminder 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CITY", "MINISTRY"})
    @DisplayName("R4.1 R4.3 on the day: the destination is told as well, and who signs there")
    void lastDay(String deadline) {
        assertThat(reminders(deadline, 0, false))
                .containsExactlyInAnyOrder(
                        "HANDLER reminder 0",
                        "LEAD escalation 2",
                        "DESTINATION digest 3",
                        "DESTINATION_LEAD digest 3",
                        "APPLICANT draft-reminder 0");
    }

    @ParameterizedTest
    @CsvSource({
        "7, HANDLER work-reminder 0",
        "1, HANDLER work-reminder 0;LEAD work-reminder 1",
        "0, HANDLER work-reminder 0;LEAD work-reminder 1;DESTINATION work-reminder 2",
        "-3, HANDLER work-reminder 0;LEAD work-reminder 1;DESTINATION work-reminder 2;DESTINATION_LEAD work-reminder 3"
    })
    @DisplayName(
            "R4.3 R3.8 tasks that are due, and more so overdue ones, go up: handler, lead, the Department's officer, its lead")
    void work(int daysLeft, String expected) {
        assertThat(reminders("WORK", daysLeft, false)).containsExactlyInAnyOrder(expected.split(";"));
        assertThat(reminders("WORK", daysLeft, true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 7, 3, 1, 0})
    @DisplayName("R4.1 R4.3 who is done is left in peace")
    void done(int daysLeft) {
        assertThat(reminders("CITY", daysLeft, true)).isEmpty();
        assertThat(reminders("MINISTRY", daysLeft, true)).isEmpty();
        assertThat(reminders("CITY", daysLeft, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, 4, 5, 6, 8, 13, 15, 30})
    @DisplayName("R4.1 R4.3 nobody is reminded on other days")
    void otherDays(int daysLeft) {
        assertThat(reminders("CITY", daysLeft, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 3, 1, 0})
    @DisplayName("R4.1 R4.3 null, or a deadline the table does not know, raises no engine error and reminds nobody")
    void nulls(int daysLeft) {
        assertThat(reminders(null, daysLeft, false)).isEmpty();
        assertThat(reminders("NEXT_YEAR", daysLeft, false)).isEmpty();
        assertThat(reminders("CITY", null, false)).isEmpty();
        assertThat(reminders(null, null, null)).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("R4.1 R4.3 every row is reachable")
    void everyRow() {
        Tables.assertEveryRowWasHit(TABLE);
    }
}
