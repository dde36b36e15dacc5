package cn.gdpilot.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.objection.Said;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.shortlist.TypedReasons;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that nobody sees are no words, wherever a reason is asked for. */
class TypedWordsTest {

    private static final String UNSEEN = " \u200B\u202E\uFEFF";

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " \t\n",
                "\u3000",
                "\u00A0",
                "\u200B",
                "\u200F",
                "\u202E",
                "\u2060",
                "\uFEFF",
                "\u00AD",
                "\u034F",
                "\u115F",
                "\u2800",
                "\u3164",
                "\uFFA0",
                "\uFE0F",
                "\uDB40\uDC41",
                " \u200B \u202E\n\uFEFF"
            })
    @DisplayName("only blanks and characters that nobody sees → no words")
    void none(String text) {
        assertThat(Words.none(text)).isTrue();
        assertThat(Words.typed(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"理由", "a", "7", "……", "√", "𠮷", "' 材料不全\u200B '"})
    @DisplayName("one character that is seen → words, as they were typed")
    void words(String text) {
        assertThat(Words.none(text)).isFalse();
        assertThat(Words.typed(text)).isEqualTo(text.strip());
    }

    @Test
    @DisplayName("R3.6 a line nobody can read beside a number → no reason for that project")
    void reasonLeftOut() {
        assertThat(TypedReasons.of("GD2026-00001：" + UNSEEN).about("GD2026-00001"))
                .isEmpty();
        assertThat(TypedReasons.of(UNSEEN).rest()).isEmpty();
        assertThat(TypedReasons.ofOnly("GD2026-00001", "GD2026-00001：" + UNSEEN).about("GD2026-00001"))
                .isEmpty();
    }

    @Test
    @DisplayName("an objection without a word that is seen → refused as an empty one")
    void objection() {
        assertThatThrownBy(() -> new Said(1L, "张三", "020-12345678", UNSEEN, "applicant-1"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("grounds that nobody can read → none are kept")
    void grounds() {
        assertThat(Grounds.byRule("R2.1", UNSEEN).text()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u3164"})
    @DisplayName("a name that nobody can read → refused as an empty one")
    void name(String name) {
        assertThatThrownBy(() -> PlainName.check("title", name)).isInstanceOf(Refusal.class);
    }
}
