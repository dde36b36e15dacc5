package cn.gdpilot.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The order of merit: scores first, priority conditions only between equals, the line, and what moves across it. */
class MeritListTest {

    @Test
    @DisplayName("R2.14 a priority condition parts equals and lifts nobody over a better score")
    void conditionsOnlyPartEquals() {
        MeritList list = MeritList.of(List.of(merit("A", 0, 80.0), merit("B", 4, 79.99), merit("C", 1, 80.0)), 2);

        assertThat(ids(list)).containsExactly("C", "A", "B");
    }

    @Test
    @DisplayName("R3.5 30 are within the quota, the 31st is not; the project without scores comes last")
    void theLine() {
        List<Merit> merits = new ArrayList<>(IntStream.rangeClosed(1, 31)
                .mapToObj(i -> merit("P%02d".formatted(i), 0, 100.0 - i))
                .toList());
        merits.add(0, merit("Z", 4));
        MeritList list = MeritList.of(merits, 30);

        assertThat(list.within("P30")).isTrue();
        assertThat(list.within("P31")).isFalse();
        assertThat(list.place("Z")).isEqualTo(32);
        assertThat(list.margin(list.order().get(30))).isEqualTo(-1.0);
        assertThat(list.margin(list.order().get(29))).isEqualTo(1.0);
    }

    @Test
    @DisplayName("R3.6 a tie through which the line runs is named, with all who share it; a tie above it is not")
    void tiesAtTheLine() {
        MeritList list = MeritList.of(
                List.of(
                        merit("A", 0, 90.0),
                        merit("B", 0, 90.0),
                        merit("C", 1, 80.0),
                        merit("D", 1, 80.0),
                        merit("E", 0, 80.0)),
                3);

        assertThat(list.order().stream().filter(list::tiedAtLine).map(Merit::applicationId))
                .containsExactly("C", "D");
        assertThat(MeritList.of(list.order(), 2).order().stream().filter(MeritList.of(list.order(), 2)::tiedAtLine))
                .isEmpty();
    }

    @Test
    @DisplayName("the trimmed mean leaves out the highest and the lowest from three totals on, rounded to a hundredth")
    void averages() {
        assertThat(Average.MEAN.of(List.of(80.0, 90.0, 91.0))).isEqualTo(87.0);
        assertThat(Average.TRIMMED.of(List.of(10.0, 90.0, 91.0))).isEqualTo(90.0);
        assertThat(Average.TRIMMED.of(List.of(10.0, 90.0))).isEqualTo(50.0);
        assertThat(Average.MEAN.of(List.of(70.0, 70.0, 70.1))).isEqualTo(70.03);
        assertThat(Average.MEAN.of(List.of())).isNull();
    }

    @Test
    @DisplayName("R3.6 a moved project takes its place and the others close up; a place beyond the end is the end")
    void moved() {
        MeritList list = MeritList.of(List.of(merit("A", 0, 90.0), merit("B", 0, 80.0), merit("C", 0, 70.0)), 2);

        assertThat(ids(list.moved("C", 1))).containsExactly("C", "A", "B");
        assertThat(ids(list.moved("A", 9))).containsExactly("B", "C", "A");
        assertThat(ids(list.moved("gone", 1))).containsExactly("A", "B", "C");
    }

    @Test
    @DisplayName(
            "R3.6 on a list with moved places the line runs between those who stand there: margins and ties are theirs")
    void theLineOfAMovedList() {
        MeritList list = MeritList.of(
                        List.of(merit("A", 0, 90.0), merit("B", 0, 80.0), merit("C", 0, 80.0), merit("D", 0, 70.0)), 2)
                .moved("D", 1);

        assertThat(ids(list)).containsExactly("D", "A", "B", "C");
        assertThat(list.margin(list.order().get(0))).isEqualTo(-10.0);
        assertThat(list.margin(list.order().get(2))).isEqualTo(-10.0);
        assertThat(list.order().stream().filter(list::tiedAtLine)).isEmpty();
    }

    private static List<String> ids(MeritList list) {
        return list.order().stream().map(Merit::applicationId).toList();
    }

    private static Merit merit(String id, int conditions, Double... totals) {
        return new Merit(id, Arrays.asList(totals), Average.MEAN.of(Arrays.asList(totals)), conditions);
    }
}
