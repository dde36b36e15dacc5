package cn.gdpilot.desk.application.acceptance.tables;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AcceptanceTrialsTest extends DataTest {

    @Autowired
    AcceptanceTrials trials;

    @Test
    @Committed
    @DisplayName("acceptance that the tables do not allow → kept with what they said, and a line in the record")
    void kept() {
        Application application = committed(
                () -> applications.get(givenApplication(givenRound(), "city-440100", ApplicationState.SUBMITTED)));

        committed(() -> {
            trials.keep(application, "材料已核", OFFICER);
            return null;
        });

        AcceptanceTrials.Trial trial = trials.last(application).orElseThrow();
        assertThat(trial.person()).isEqualTo(OFFICER.person());
        assertThat(trial.grounds()).isEqualTo("材料已核");
        assertThat(trial.found()).isNotBlank();
        assertThat(jdbc.sql(
                                "select grounds from record_entry where action = 'acceptance.not-allowed' and subject = :id and person = :person")
                        .param("id", application.id())
                        .param("person", OFFICER.person())
                        .query(String.class)
                        .list())
                .containsExactly(trial.found());
    }
}
