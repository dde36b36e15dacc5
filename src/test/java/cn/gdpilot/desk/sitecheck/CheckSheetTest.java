package cn.gdpilot.desk.sitecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.dossier.ProjectSheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckSheetTest {

    @ParameterizedTest
    @CsvSource({"SITE_VISIT, 现场核查", "LEGAL_CHECK, 合法性审查"})
    @DisplayName("R3.5 task to enter a check → its sheet is titled with which check it is, the project below")
    void named(String kind, String words) {
        ProjectSheet project = mock();
        when(project.of("GD2026-1")).thenReturn("### 高炉群控");
        CheckSheet sheet = new CheckSheet(mock(), mock(), project, mock(), mock());

        assertThat(sheet.of("GD2026-1/" + kind))
                .startsWith("### 登记" + words + "的结论")
                .endsWith("### 高炉群控");
    }
}
