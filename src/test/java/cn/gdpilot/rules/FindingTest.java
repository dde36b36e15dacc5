package cn.gdpilot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.eligibility.Finding;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a table says is kept with the submission, however much a designer has written. */
class FindingTest {

    @Test
    @DisplayName("a sentence of 500 characters is kept whole, a longer one is cut between characters")
    void longest() {
        assertThat(message("长".repeat(500))).isEqualTo("长".repeat(500));
        assertThat(message("长".repeat(501))).isEqualTo("长".repeat(499) + "…");
        assertThat(message("长".repeat(498) + "\uD840\uDC00\uD840\uDC00")).isEqualTo("长".repeat(498) + "…");
    }

    private static String message(String message) {
        return new Finding("R2.12", Finding.Verdict.NOTE, message, "video-length v1").message();
    }
}
