package cn.gdpilot.domain.papers;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.ResultClass;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaterialRowsTest {

    @ParameterizedTest
    @CsvSource({
        "AUDIT_REPORT, 2025, ,            a.docx（2025 年）",
        "RESULT,       ,     CERTIFICATE, a.docx〔专精特新、小巨人等证书〕",
        "RESULT,       ,     ,            a.docx"
    })
    @DisplayName("R2.13 report with a year, result with a class → the index prints them behind the name")
    void labels(MaterialKind kind, Integer year, ResultClass resultClass, String called) {
        Material file = new Material(
                1, "GD2026-1", kind, "a.docx", "docx", 1, "a", null, Instant.EPOCH, null, year, null, resultClass);

        assertThat(MaterialRows.called(file)).isEqualTo(called);
    }
}
