package cn.gdpilot.domain.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AuditYearsTest {

    private static final List<Integer> ASKED = List.of(2025, 2024, 2023);

    @Test
    @DisplayName("R2.13 one report for each of the last three years → nothing found")
    void complete() {
        assertThat(verdicts(report(2023, 2023), report(2024, null), report(2025, 2025)))
                .isEmpty();
    }

    @Test
    @DisplayName("R2.13 reports without a year → asked for once, a person looks")
    void missing() {
        List<Finding> found =
                AuditYears.check(List.of(report(null, 2024), report(null, null), report(2025, null)), ASKED);

        assertThat(found).extracting(Finding::verdict).containsExactly(Finding.Verdict.REFER);
        assertThat(found.get(0).message()).contains("null.pdf、null.pdf", "2023 至 2025");
    }

    @Test
    @DisplayName("R2.13 two reports for one year → refused")
    void twice() {
        assertThat(verdicts(report(2025, null), report(2025, null), report(2024, null)))
                .containsExactly(Finding.Verdict.REFUSE);
    }

    @Test
    @DisplayName("R2.13 year before the last three → refused")
    void outside() {
        assertThat(verdicts(report(2022, null))).containsExactly(Finding.Verdict.REFUSE);
    }

    @Test
    @DisplayName("R2.13 file names another year than the applicant → a person looks, nothing is refused")
    void contradicted() {
        List<Finding> found = AuditYears.check(List.of(report(2025, 2024)), ASKED);

        assertThat(found).extracting(Finding::verdict).containsExactly(Finding.Verdict.REFER);
        assertThat(found.get(0).message()).contains("2025.pdf", "2025 年", "2024 年度");
    }

    private static List<Finding.Verdict> verdicts(Material... reports) {
        return AuditYears.check(List.of(reports), ASKED).stream()
                .map(Finding::verdict)
                .toList();
    }

    private static Material report(Integer year, Integer textYear) {
        return new Material(
                1,
                "GD2026-00001",
                MaterialKind.AUDIT_REPORT,
                year + ".pdf",
                "pdf",
                1,
                "0".repeat(64),
                null,
                Instant.EPOCH,
                null,
                year,
                textYear,
                null);
    }
}
