package cn.gdpilot.desk.application;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R3.9 a withdrawal is confirmed by the project's name and a reason. */
class ConfirmedWithdrawalTest {

    private static final String NAME = "5G+工业互联网 (一期)";

    @ParameterizedTest
    @DisplayName("R3.9 the name with other blanks or widths of characters → taken")
    @ValueSource(strings = {NAME, "  5G+工业互联网(一期) ", "５Ｇ＋工业互联网（一期）"})
    void sameName(String typed) {
        assertThatCode(() -> new ConfirmedWithdrawal(typed, "调整投资").hold(NAME)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @DisplayName("R3.9 another name, or none → refused in words that say the name")
    @NullSource
    @ValueSource(strings = {"", "5G+工业互联网", "工业互联网(一期)"})
    void anotherName(String typed) {
        assertThatThrownBy(() -> new ConfirmedWithdrawal(typed, "调整投资").hold(NAME))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(NAME);
    }

    @ParameterizedTest
    @DisplayName("R3.9 no reason → refused")
    @NullSource
    @ValueSource(strings = {"", " \n "})
    void noReason(String reason) {
        assertThatThrownBy(() -> new ConfirmedWithdrawal(NAME, reason).hold(NAME))
                .hasMessageContaining("请填写撤回原因");
    }

    @Test
    @DisplayName("R3.9 a reason of 500 characters → taken, of 501 → refused")
    void longReason() {
        assertThatCode(() -> new ConfirmedWithdrawal(NAME, "因".repeat(500)).hold(NAME))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new ConfirmedWithdrawal(NAME, "因".repeat(501)).hold(NAME))
                .hasMessageContaining("500");
    }
}
