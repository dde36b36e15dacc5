package cn.gdpilot.desk.recommendation.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.Refusal;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R3.6 what handlers enter on the ranking page becomes one order without gaps, or is refused in words. */
class RankingFormTest {

    @Test
    @DisplayName("gaps close up, an empty field leaves a project out")
    void gaps() {
        assertThat(RankingForm.of(Map.of("place-A", "7", "place-B", " 2 ", "place-C", ""))
                        .order())
                .containsExactly("B", "A");
    }

    @Test
    @DisplayName("one number given twice is refused")
    void twice() {
        assertThatThrownBy(() -> RankingForm.of(Map.of("place-A", "1", "place-B", "1")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("推荐顺序 1 填了两次");
    }

    @ParameterizedTest
    @DisplayName("what is no number from 1 on is refused")
    @ValueSource(strings = {"0", "-1", "1.5", "第一", "99999", "=1+1"})
    void noPlace(String typed) {
        assertThatThrownBy(() -> RankingForm.of(Map.of("place-A", typed)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("正整数");
    }

    @Test
    @DisplayName("buttons move a project by one place, onto the list and off it")
    void buttons() {
        assertThat(RankingForm.of(Map.of("place-A", "1", "place-B", "2", "move", "up:B"))
                        .order())
                .containsExactly("B", "A");
        assertThat(RankingForm.of(Map.of("place-A", "1", "place-B", "2", "move", "down:B"))
                        .order())
                .containsExactly("A", "B");
        assertThat(RankingForm.of(Map.of("place-A", "1", "place-B", "", "move", "in:B"))
                        .order())
                .containsExactly("A", "B");
        assertThat(RankingForm.of(Map.of("place-A", "1", "place-B", "2", "move", "out:A"))
                        .order())
                .containsExactly("B");
    }
}
