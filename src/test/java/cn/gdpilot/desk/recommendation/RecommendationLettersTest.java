package cn.gdpilot.desk.recommendation;

import static cn.gdpilot.domain.deadline.DeadlineFixture.MAOMING;
import static cn.gdpilot.domain.deadline.DeadlineFixture.at;
import static cn.gdpilot.domain.deadline.DeadlineFixture.round;
import static cn.gdpilot.domain.deadline.DeadlineFixture.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.shortlist.Recommendation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class RecommendationLettersTest {

    private final Outbox outbox = mock();
    private final Units units = mock();
    private final Recommendation list = mock();

    @Test
    @DisplayName("R4.8 zero report called back and signed again, the list unchanged → told twice")
    void zeroTwice() {
        when(units.get(MAOMING.id())).thenReturn(MAOMING);
        when(units.get(Unit.DEPARTMENT)).thenReturn(unit(Unit.DEPARTMENT, UnitType.DEPARTMENT));
        when(list.id()).thenReturn("2026/" + MAOMING.id());
        when(list.unitId()).thenReturn(MAOMING.id());
        when(list.destination()).thenReturn(Unit.DEPARTMENT);
        when(list.signedBy()).thenReturn("lead");
        when(list.zeroReason()).thenReturn("无合适项目");
        RecommendationLetters letters = new RecommendationLetters(null, outbox, units, null);

        when(list.signedAt()).thenReturn(at("12-05T09:00:00"));
        letters.zeroReported(round(), list);
        when(list.signedAt()).thenReturn(at("12-06T09:00:00"));
        letters.zeroReported(round(), list);

        ArgumentCaptor<Letter> posted = ArgumentCaptor.captor();
        verify(outbox, times(2)).post(posted.capture());
        assertThat(posted.getAllValues()).extracting(Letter::dedupKey).doesNotHaveDuplicates();
    }
}
