package cn.gdpilot.desk.recommendation.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.desk.recommendation.RecommendationProcess;
import cn.gdpilot.domain.arrival.Deliveries;
import cn.gdpilot.domain.deadline.extension.UnitProcesses;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.ListTakenBack;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentCaptor;
import org.springframework.context.ApplicationEventPublisher;

/** R4.7 the Department's list that has gone is opened again, and the model comes back to it. */
class TakenBackTest {

    private static final Actor LEAD = new Actor("lead", Unit.DEPARTMENT);

    private final Recommendations recommendations = mock();
    private final Applications applications = mock();
    private final Deliveries deliveries = mock();
    private final RecommendationProcess process = mock();
    private final UnitProcesses round = mock();
    private final ApplicationEventPublisher events = mock();
    private final TakenBack back =
            new TakenBack(recommendations, applications, deliveries, mock(), process, round, mock(), events);

    @BeforeEach
    void oneForwardedOneWithdrawn() {
        givenProject("GD2026-00001", ApplicationState.FORWARDED);
        givenProject("GD2026-00002", ApplicationState.WITHDRAWN);
        when(recommendations.ranked(any(Recommendation.class))).thenReturn(List.of("GD2026-00001", "GD2026-00002"));
    }

    @Test
    @DisplayName("R3.5 what stands on it → reviewed again; what has ended stays so; what has come counts no more")
    void projects() {
        Recommendation arrived = list(State.ARRIVED);

        back.open(arrived, "收件章 12 号", LEAD);

        verify(applications).advance(eq("GD2026-00001"), eq(ApplicationState.REVIEWED), eq(LEAD), any());
        verify(applications, never()).advance(eq("GD2026-00002"), any(), any(), any());
        verify(recommendations).recalled(arrived);
        verify(deliveries).takenBack(arrived);
        verify(events).publishEvent(new ListTakenBack(arrived, "收件章 12 号"));
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"ARRIVED", "ZERO"})
    @DisplayName("R4.7 its process is over → another one begins")
    void over(State state) {
        back.open(list(state), "收件章 12 号", LEAD);

        verify(round).reopen("2026", Unit.DEPARTMENT);
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"SIGNED", "SENT", "ARRIVED", "ZERO"})
    @DisplayName(
            "R4.7 the round waits with it, or for the job behind it → left to the message that leads back to the review")
    void underWay(State state) {
        when(round.leavesForLate("2026")).thenReturn(true);
        Recommendation gone = list(state);

        assertThatCode(() -> back.check(gone)).doesNotThrowAnyException();
        back.open(gone, "收件章 12 号", LEAD);

        verify(round, never()).reopen(any(), any());
        verify(process, never()).recall(any());
    }

    @Test
    @DisplayName("R4.3 signed in a window that was opened again → called back by its own message")
    void signedBeside() {
        Recommendation signed = list(State.SIGNED);
        when(process.recallable(signed)).thenReturn(true);

        assertThatCode(() -> back.check(signed)).doesNotThrowAnyException();
        back.open(signed, "收件章 12 号", LEAD);

        verify(process).recall(signed);
    }

    @Test
    @DisplayName("R4.3 on its way in a window that was opened again → refused until it has arrived")
    void sentBeside() {
        assertThatThrownBy(() -> back.check(list(State.SENT)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("登记送达后再核对");
    }

    @Test
    @DisplayName("R4.7 taken back by a window that is open again → not told as an arrival that was proven")
    void windowIsOpenAgain() {
        back.takeBack(list(State.ARRIVED), "台风", new Actor("officer", Unit.MINISTRY));

        ArgumentCaptor<Grounds> grounds = ArgumentCaptor.captor();
        verify(applications).advance(eq("GD2026-00001"), eq(ApplicationState.REVIEWED), any(), grounds.capture());
        assertThat(grounds.getValue().text()).contains("因报部期限重新开放").doesNotContain("台风");
    }

    private void givenProject(String id, ApplicationState state) {
        Application project = mock();
        when(project.state()).thenReturn(state);
        when(applications.get(id)).thenReturn(project);
    }

    private static Recommendation list(State state) {
        return new Recommendation(
                "2026/dept-44",
                "2026",
                Unit.DEPARTMENT,
                state,
                30,
                Unit.MINISTRY,
                null,
                2,
                5,
                1,
                "handler",
                "lead",
                null,
                null,
                null,
                null,
                null,
                null,
                3,
                3,
                null,
                null);
    }
}
