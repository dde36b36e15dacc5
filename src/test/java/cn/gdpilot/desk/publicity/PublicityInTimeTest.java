package cn.gdpilot.desk.publicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.Estimates;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.deadline.BackPlan;
import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.publicity.ListToPublish;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PublicityInTimeTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-12-16");
    private static final Actor OFFICER = new Actor("dept-44", "dept-44");

    private final ListToPublish department = mock();
    private final ListToPublish ministry = mock();
    private final Hearing hearing = mock();
    private final Rounds rounds = mock();
    private final Round round = mock();
    private final BackPlan plan = mock();
    private final WorkingDays workingDays = mock();
    private final Estimates estimates = mock();
    private final PilotClock clock = mock();
    private final PublicityDesk desk = new PublicityDesk(
            List.of(department, ministry),
            hearing,
            null,
            new PublicityTiming(rounds, plan, workingDays, estimates, clock),
            mock());

    @BeforeEach
    void lateInTheRound() {
        when(department.unitId()).thenReturn("dept-44");
        when(ministry.unitId()).thenReturn("ministry");
        when(clock.today()).thenReturn(TODAY);
        when(rounds.get("2026")).thenReturn(round);
        when(plan.due(round, "dept-44")).thenReturn(new Deadline(Instant.parse("2026-12-20T16:00:00Z")));
        when(plan.longestPublicity(round, "dept-44", TODAY)).thenReturn(2);
        when(plan.longestPublicity(round, "ministry", TODAY)).thenThrow(new IllegalStateException("due nowhere"));
        when(plan.publicityEndsBy(round, "dept-44")).thenReturn(LocalDate.parse("2026-12-18"));
        when(workingDays.after(TODAY, 5)).thenReturn(LocalDate.parse("2026-12-23"));
        when(estimates.mark(any())).thenReturn("");
    }

    @Test
    @DisplayName("R4.3 publicity that would end 12-23 → refused with the day by which it has to end")
    void late() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.open("2026", "dept-44", opening(5, true), OFFICER))
                .withMessageContainingAll("2026-12-23", "2026-12-18")
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("R4.3"));
        verify(hearing, never()).publish(any(), any(), any(), anyInt(), any());
    }

    @Test
    @DisplayName("R4.3 the same, confirmed by the officer, or one that ends in time, or the ministry's → opened")
    void opened() {
        desk.open("2026", "dept-44", opening(5, false), OFFICER);
        desk.open("2026", "dept-44", opening(2, true), OFFICER);
        desk.open("2026", "ministry", opening(5, true), OFFICER);

        verify(hearing).publish("2026", "dept-44", List.of(), 5, OFFICER);
        verify(hearing).publish("2026", "dept-44", List.of(), 2, OFFICER);
        verify(hearing).publish("2026", "ministry", List.of(), 5, OFFICER);
    }

    @Test
    @DisplayName("R4.3 task to open a publicity → says until when it has to be over")
    void told() {
        assertThat(desk.timing("2026", "dept-44")).contains("2 个工作日", "2026-12-18");
        assertThat(desk.timing("2026", "ministry")).isEmpty();
    }

    @Test
    @DisplayName("R4.3 no publicity can end in time any more → says so, not \"at most 0 working days\"")
    void noneInTime() {
        when(plan.longestPublicity(round, "dept-44", TODAY)).thenReturn(0);

        assertThat(desk.timing("2026", "dept-44")).contains("无论公示几天都来不及").doesNotContain("0 个工作日");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.open("2026", "dept-44", opening(1, true), OFFICER))
                .withMessageContaining("无论公示几天都来不及");
    }

    private static PublicityDesk.Opening opening(int days, boolean inTimeOnly) {
        return new PublicityDesk.Opening(List.of(), days, inTimeOnly, null);
    }
}
