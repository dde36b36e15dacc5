package cn.gdpilot.domain.shortlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One field for the reasons of several applications. */
class TypedReasonsTest {

    private static final String ONE = "GD2026-00001";

    @ParameterizedTest
    @ValueSource(strings = {"GD2026-00001：材料不全", "GD2026-00001: 材料不全", " GD2026-00001 材料不全", "GD2026-00001 ：材料不全"})
    @DisplayName("R3.6 line that begins with a number → about that application alone")
    void numbered(String line) {
        TypedReasons reasons = TypedReasons.of(line + "\n其余成效不明显");

        assertThat(reasons.about(ONE)).isEqualTo("材料不全");
        assertThat(reasons.about("GD2026-00002")).isEqualTo("其余成效不明显");
    }

    @Test
    @DisplayName("R3.6 two lines with one number → both kept")
    void both() {
        assertThat(TypedReasons.of(ONE + "：材料不全\n" + ONE + "：未建成").about(ONE)).isEqualTo("材料不全\n未建成");
    }

    @Test
    @DisplayName("R3.6 nothing typed, or a number without words → no reason")
    void none() {
        assertThat(TypedReasons.of(null).about(ONE)).isEmpty();
        assertThat(TypedReasons.of("  \n ").about(ONE)).isEmpty();
        assertThat(TypedReasons.of(ONE + "：").about(ONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GD2026-00001，企业放弃补正",
                "GD2026-00001、GD2026-00002：企业放弃补正",
                "GD2026-00001 GD2026-00002：企业放弃补正",
                "申请GD2026-00001：企业放弃补正",
                "GD2026-00001：\n企业放弃补正",
                "GD2026-00001\n\n企业放弃补正"
            })
    @DisplayName("R3.6 number with another separator, or apart from its reason → refused, no reason for all")
    void unclear(String typed) {
        assertThatThrownBy(() -> TypedReasons.of(typed))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll(ONE, "申请编号：理由");
    }

    @Test
    @DisplayName("R3.6 another number within a numbered reason → part of the reason")
    void mentioned() {
        assertThat(TypedReasons.of(ONE + "：GD2026-00002已申报同一内容").about(ONE)).isEqualTo("GD2026-00002已申报同一内容");
    }

    @ParameterizedTest
    @ValueSource(strings = {"企业放弃补正", "GD2026-00001：企业放弃补正", "GD2026-00001，企业放弃补正", "GD2026-00001\n企业放弃补正"})
    @DisplayName("R3.6 one application only → the text is its reason, its number left away")
    void only(String typed) {
        TypedReasons reasons = TypedReasons.ofOnly(ONE, typed);

        assertThat(reasons.about(ONE)).isEqualTo("企业放弃补正");
        assertThatCode(() -> reasons.holdNumbers(List.of(ONE))).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("R3.6 one application only, line about another → refused; another mentioned → part of the reason")
    void onlyAnother() {
        TypedReasons another = TypedReasons.ofOnly(ONE, "GD2026-00002：企业放弃补正");

        assertThatThrownBy(() -> another.holdNumbers(List.of(ONE))).isInstanceOf(Refusal.class);
        assertThat(TypedReasons.ofOnly(ONE, "已并入GD2026-00002").about(ONE)).isEqualTo("已并入GD2026-00002");
    }

    @Test
    @DisplayName("R3.6 number that needs no reason → refused with that number")
    void unknown() {
        TypedReasons reasons = TypedReasons.of(ONE + "：材料不全");

        assertThatThrownBy(() -> reasons.holdNumbers(List.of("GD2026-00002")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(ONE);
        assertThatCode(() -> reasons.holdNumbers(List.of(ONE))).doesNotThrowAnyException();
    }
}
