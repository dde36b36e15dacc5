package cn.gdpilot.desk.recommendation.arrival;

import static cn.gdpilot.domain.deadline.DeadlineFixture.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.desk.recommendation.arrival.PieceReader.Outcome;
import cn.gdpilot.domain.arrival.Deliveries;
import cn.gdpilot.domain.arrival.PieceCode;
import cn.gdpilot.domain.arrival.PieceCode.Kind;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.Recommendation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pieces count for a list that was taken back and signed anew. */
class PieceReaderTest {

    private final Deliveries deliveries = mock();
    private final Recommendation list = mock();
    private final PieceReader reader = new PieceReader(deliveries, mock(), mock(), mock());

    @ParameterizedTest(name = "{0} signed at {1} → {2}")
    @CsvSource({
        "TABLE, 12-10T09:00:00, REFUSED",
        "TABLE, 12-14T09:00:00, TAKEN",
        "DISC, 12-10T09:00:00, REFUSED",
        "TABLE, , REFUSED",
        // A project's own paper stays the same.
        "PAPER, , TAKEN"
    })
    @DisplayName("R4.4 old table or disc of a list that is signed anew → does not count for it")
    void former(Kind kind, String signed, Outcome outcome) {
        when(list.roundId()).thenReturn("2026");
        when(list.unitId()).thenReturn(Unit.DEPARTMENT);
        when(list.signedAt()).thenReturn(at("12-14T09:00:00"));
        when(list.tableCopies()).thenReturn(2);
        when(list.paperCopies()).thenReturn(5);
        when(list.discCopies()).thenReturn(1);
        when(deliveries.take(any(), any(), any(), any())).thenReturn(Optional.empty());
        String edition = signed == null ? "" : PieceCode.edition(at(signed));
        PieceCode code = new PieceCode("2026", Unit.DEPARTMENT, kind, 1, "", edition);

        assertThat(reader.read(list, List.of(), code.text(), at("12-15T09:00:00"), new Actor("clerk", Unit.MINISTRY))
                        .outcome())
                .isEqualTo(outcome);
    }
}
