package cn.gdpilot.desk.campaign;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.DeadlineFixture;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AddUnitTest {

    static Stream<Arguments> over() {
        return Stream.of(
                Arguments.of(DeadlineFixture.voided(), "已经作废"), Arguments.of(DeadlineFixture.announced(), "已经公布结果"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("over")
    @DisplayName("R3.1 a unit is added to a round that is over → refused, and the refusal says how it ended")
    void roundOver(Round round, String words) {
        Rounds rounds = mock(Rounds.class);
        when(rounds.lock("2026")).thenReturn(round);
        CampaignProcess process = mock(CampaignProcess.class);
        AddUnit adding = new AddUnit(
                rounds,
                mock(Units.class),
                mock(UnitDeadlines.class),
                mock(Recommendations.class),
                process,
                mock(RecordBook.class),
                mock(PilotClock.class),
                mock(OpeningLetters.class));

        assertThatThrownBy(() -> adding.add("2026", "city-440900", new Person("dept-44", Set.of("dept-44"))))
                .hasMessageContaining(words);
        verifyNoInteractions(process);
    }
}
