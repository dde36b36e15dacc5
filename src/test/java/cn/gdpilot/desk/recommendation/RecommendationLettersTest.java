package cn.gdpilot.desk.recommendation;

import static cn.gdpilot.domain.deadline.DeadlineFixture.MAOMING;
import static cn.gdpilot.domain.deadline.DeadlineFixture.at;
import static cn.gdpilot.domain.deadline.DeadlineFixture.round;
import static cn.gdpilot.domain.deadline.DeadlineFixture.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.shortlist.ListTakenBack;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentCaptor;

class RecommendationLettersTest {

    private final Outbox outbox = mock();
    private final Units units = mock();
    private final Recommendation list = mock();

    private final Rounds rounds = mock();
    private final RecommendationLetters letters = new RecommendationLetters(null, outbox, units, null, rounds);

    @BeforeEach
    void departmentsList() {
        when(rounds.get("2026")).thenReturn(round());
        when(units.get(Unit.DEPARTMENT)).thenReturn(unit(Unit.DEPARTMENT, UnitType.DEPARTMENT));
        when(units.get(Unit.MINISTRY)).thenReturn(unit(Unit.MINISTRY, UnitType.MINISTRY));
    }

    @Test
    @DisplayName("R4.3 list taken back, handed over and registered again → all of it is told twice")
    void handedOverTwice() {
        Recommendation first = gone(State.ARRIVED, "12-10T09:00:00");
        Recommendation second = gone(State.ARRIVED, "12-14T09:00:00");

        letters.sent(round(), first);
        letters.arrived(round(), first, "HZ-00000017", "");
        letters.sent(round(), second);
        letters.arrived(round(), second, "HZ-00000018", "");

        assertThat(posted(4)).extracting(Letter::dedupKey).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"SENT", "ARRIVED", "ZERO"})
    @DisplayName("R4.7 list taken back of which the ministry knows → the ministry and the list's own office are told")
    void takenBack(State state) {
        letters.takenBack(new ListTakenBack(gone(state, "12-10T09:00:00"), "收件章 12 号"));

        List<Letter> told = posted(2);
        assertThat(told).extracting(Letter::recipient).containsExactly(Unit.MINISTRY, Unit.DEPARTMENT);
        assertThat(told).allSatisfy(one -> assertThat(one.words()).containsEntry("grounds", "收件章 12 号"));
        assertThat(told.get(1).words().get("next")).asString().contains("重新排序、签发");
    }

    @Test
    @DisplayName("R4.7 list taken back that was only signed → nobody else knew of it")
    void onlySigned() {
        letters.takenBack(new ListTakenBack(gone(State.SIGNED, "12-10T09:00:00"), "收件章 12 号"));

        verifyNoInteractions(outbox);
    }

    private List<Letter> posted(int count) {
        ArgumentCaptor<Letter> posted = ArgumentCaptor.captor();
        verify(outbox, times(count)).post(posted.capture());
        return posted.getAllValues();
    }

    private static Recommendation gone(State state, String sentAt) {
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
                at("12-09T09:00:00"),
                "driver",
                "SF1234567890",
                at(sentAt),
                at(sentAt),
                "9f86",
                3,
                3,
                null,
                null);
    }

    @Test
    @DisplayName("R4.8 zero report called back and signed again, the list unchanged → told twice")
    void zeroTwice() {
        when(units.get(MAOMING.id())).thenReturn(MAOMING);
        when(list.id()).thenReturn("2026/" + MAOMING.id());
        when(list.unitId()).thenReturn(MAOMING.id());
        when(list.destination()).thenReturn(Unit.DEPARTMENT);
        when(list.signedBy()).thenReturn("lead");
        when(list.zeroReason()).thenReturn("无合适项目");

        when(list.signedAt()).thenReturn(at("12-05T09:00:00"));
        letters.zeroReported(round(), list);
        when(list.signedAt()).thenReturn(at("12-06T09:00:00"));
        letters.zeroReported(round(), list);

        assertThat(posted(2)).extracting(Letter::dedupKey).doesNotHaveDuplicates();
    }
}
