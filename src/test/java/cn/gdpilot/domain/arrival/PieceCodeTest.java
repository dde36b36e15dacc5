package cn.gdpilot.domain.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code on a cover sheet says whose piece it is, and nothing else is taken for one. */
class PieceCodeTest {

    @Test
    @DisplayName("what is printed is read back, with the line end of a scanner")
    void readBack() {
        PieceCode code = new PieceCode("2026", "city-440100", PieceCode.Kind.PAPER, 6, "GD2026-00001");

        assertThat(code.text()).isEqualTo("GDPILOT|2026|city-440100|PAPER|6|GD2026-00001");
        assertThat(PieceCode.parse(code.text() + "\r\n")).contains(code);
    }

    @Test
    @DisplayName("a table or a disc names no project")
    void wholeList() {
        PieceCode code = new PieceCode("2026-2", "ca-44", PieceCode.Kind.DISC, 1, "", "tq2au2");

        assertThat(PieceCode.parse(code.text())).contains(code);
    }

    @Test
    @DisplayName("R4.4 a table of a list that is signed anew → another code")
    void edition() {
        Instant signed = Instant.parse("2026-12-07T01:00:00Z");
        PieceCode code = table(signed);

        assertThat(PieceCode.parse(code.text())).contains(code);
        assertThat(code).isNotEqualTo(table(signed.plusSeconds(1)));
    }

    private static PieceCode table(Instant signed) {
        return new PieceCode("2026", "dept-44", PieceCode.Kind.TABLE, 1, "", PieceCode.edition(signed));
    }

    @ParameterizedTest
    @DisplayName("anything else is no code")
    @ValueSource(
            strings = {
                "",
                "6901234567892",
                "GDPILOT|2026|city-440100|PAPER|0|X",
                "GDPILOT|2026|city-440100|PAPER|-1|X",
                "GDPILOT|2026|city-440100|BOX|1|X",
                "GDPILOT|2026|city-440100|PAPER|1",
                "GDPILOT|2026|city-440100|PAPER|1|<b>",
                "GDPILOT|2026|city-440100|TABLE|1||",
                "GDPILOT|2026|city-440100|TABLE|1|",
                "GDPILOT|2026|city-440100|DISC|1|",
                "GDPILOT|2026|city-440100|TABLE|1||1|2",
                "OTHER|2026|city-440100|PAPER|1|X"
            })
    void noCode(String typed) {
        assertThat(PieceCode.parse(typed)).isEmpty();
    }
}
