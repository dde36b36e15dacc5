package cn.gdpilot.domain.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.eligibility.Finding.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a table says is kept with the submission, however much a designer has written. */
class FindingTest {

    @Test
    @DisplayName("sentence of 500 characters → kept whole; a longer one → cut between characters")
    void longest() {
        assertThat(message("长".repeat(500))).isEqualTo("长".repeat(500));
        assertThat(message("长".repeat(501))).isEqualTo("长".repeat(499) + "…");
        assertThat(message("长".repeat(498) + "\uD840\uDC00\uD840\uDC00")).isEqualTo("长".repeat(498) + "…");
    }

    @ParameterizedTest
    @CsvSource({"REFUSE, true", "REFER, false", "NOTE, false"})
    @DisplayName("verdict of a finding → only REFUSE refuses")
    void refuses(Verdict verdict, boolean refuses) {
        assertThat(new Finding("R2.4", verdict, "说明", "applicant-eligibility v1").refuses())
                .isEqualTo(refuses);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource({
        "R2.4, REFUSE, 说明, applicant-eligibility v1, true",
        "R2.4, REFUSE, 说明, applicant-eligibility v2, true",
        "R2.3, REFUSE, 说明, applicant-eligibility v1, false",
        "R2.4, REFER,  说明, applicant-eligibility v1, false",
        "R2.4, REFUSE, 别的, applicant-eligibility v1, false"
    })
    @DisplayName("two findings → the same by rule, verdict and words, whichever table version")
    void same(String rule, Verdict verdict, String message, String source, boolean same) {
        Finding found = new Finding("R2.4", Verdict.REFUSE, "说明", "applicant-eligibility v1");

        assertThat(found.saysWhat(new Finding(rule, verdict, message, source))).isEqualTo(same);
    }

    private static String message(String message) {
        return new Finding("R2.12", Finding.Verdict.NOTE, message, "video-length v1").message();
    }
}
