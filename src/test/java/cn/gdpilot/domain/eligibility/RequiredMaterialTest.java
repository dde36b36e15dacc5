package cn.gdpilot.domain.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One line of the table required-materials against the files of an application. */
class RequiredMaterialTest {

    private static final RequiredMaterial AUDITS =
            new RequiredMaterial("AUDIT_REPORT", 3, List.of("pdf", "docx"), "R2.13");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-,            缺少“近三年财务审计报告”：至少需要 3 份，现有 0 份，请上传。",
                "pdf pdf,      缺少“近三年财务审计报告”：至少需要 3 份，现有 2 份，请上传。",
                "pdf docx pdf, -",
                "pdf pdf pdf pdf, -",
                "pdf pdf xlsx, “近三年财务审计报告”中的文件“3.xlsx”格式不符，可接受：pdf、docx，请更换。"
            })
    @DisplayName("R2.13 files of a kind → too few or of another format are refused")
    void counted(String formats, String message) {
        List<Material> files = formats == null ? List.of() : files(MaterialKind.AUDIT_REPORT, formats.split(" "));

        List<Finding> findings = AUDITS.check(files);

        assertThat(findings).extracting(Finding::message).isEqualTo(message == null ? List.of() : List.of(message));
        assertThat(findings).allSatisfy(one -> {
            assertThat(one.rule()).isEqualTo("R2.13");
            assertThat(one.refuses()).isTrue();
            assertThat(one.source()).isEqualTo("self-check");
        });
    }

    @Test
    @DisplayName("R2.13 files of other kinds → neither counted nor judged")
    void others() {
        assertThat(AUDITS.check(files(MaterialKind.EVIDENCE, "pdf", "pdf", "mp4")))
                .extracting(Finding::message)
                .containsExactly("缺少“近三年财务审计报告”：至少需要 3 份，现有 0 份，请上传。");
    }

    @Test
    @DisplayName("R2.13 too few and one of another format → both are told")
    void both() {
        assertThat(AUDITS.check(files(MaterialKind.AUDIT_REPORT, "jpg"))).hasSize(2);
    }

    private static List<Material> files(MaterialKind kind, String... formats) {
        return Arrays.stream(formats)
                .map(format -> {
                    int number = Arrays.asList(formats).lastIndexOf(format) + 1;
                    return new Material(
                            number,
                            "GD2026-00001",
                            kind,
                            number + "." + format,
                            format,
                            1,
                            "0".repeat(64),
                            null,
                            Instant.EPOCH,
                            null,
                            null,
                            null,
                            null);
                })
                .toList();
    }
}
