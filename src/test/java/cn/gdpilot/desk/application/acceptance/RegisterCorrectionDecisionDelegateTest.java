package cn.gdpilot.desk.application.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterCorrectionDecisionDelegateTest {

    @Test
    @DisplayName("day with or without leading zeros → that day")
    void day() {
        assertThat(RegisterCorrectionDecisionDelegate.day(" 2027-2-7 ")).isEqualTo(LocalDate.of(2027, 2, 7));
        assertThat(RegisterCorrectionDecisionDelegate.day("2027-12-07")).isEqualTo(LocalDate.of(2027, 12, 7));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "明天", "2027-02-30", "2027-13-01", "2027/12/07"})
    @DisplayName("no day, or one that no calendar has → refused, not taken for another")
    void noDay(String typed) {
        assertThatThrownBy(() -> RegisterCorrectionDecisionDelegate.day(typed)).isInstanceOf(Refusal.class);
    }
}
