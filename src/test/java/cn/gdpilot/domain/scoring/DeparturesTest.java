package cn.gdpilot.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which projects explain that an order differs from the one it started from; a letter is a project. */
class DeparturesTest {

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "ABCD, ABCD, -",
                "ABCD, AC,   -",
                "ABCD, BCDA, A",
                "ABCD, DABC, D",
                "ABCD, ABDC, C",
                "ABCD, AXBC, X",
                "ABCD, XY,   XY",
                "ABCD, DCBA, CBA",
                "-,    BA,   -",
            })
    @DisplayName("R3.6 decided order against its start → the fewest that moved, and those the start does not have")
    void moved(String start, String decided, String moved) {
        assertThat(Departures.moved(letters(start), letters(decided))).isEqualTo(letters(moved));
    }

    @ParameterizedTest(name = "{0}, chosen {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {"ABCD, AB, -", "ABCD, BD, AC", "ABCD, D,  ABC", "ABCD, -,  -", "ABCD, X,  -", "-,    A,  -"})
    @DisplayName("R3.8 chosen of an order → passed over are those before the last chosen one")
    void passedOver(String order, String chosen, String over) {
        assertThat(Departures.passedOver(letters(order), letters(chosen))).isEqualTo(letters(over));
    }

    private static List<String> letters(String word) {
        return word == null ? List.of() : List.of(word.split(""));
    }
}
