package cn.gdpilot.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.project.ApplicationState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ProjectSheetTest extends DataTest {

    @Autowired
    ProjectSheet sheet;

    private String project;

    @BeforeEach
    void forwarded() {
        project = givenApplication(givenRound(), "city-440100", ApplicationState.FORWARDED);
    }

    @Test
    @DisplayName("R2.14 conditions noted at the province's review → the ministry reads them, each in a line of its own")
    void favoured() {
        jdbc.sql("""
                insert into favoured_project (application_id, sentences, source, at)
                values (:id, :sentences, 'priority-conditions v1', current_timestamp)""")
                .param("id", project)
                .param("sentences", "位于革命老区。\n示范效应显著。")
                .update();

        assertThat(sheet.of(project)).contains("优先条件", "位于革命老区", "示范效应显著");
    }

    @Test
    @DisplayName("R2.14 no condition noted → the sheet says nothing of them")
    void none() {
        assertThat(sheet.of(project)).doesNotContain("优先条件");
    }
}
