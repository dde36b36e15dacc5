package cn.gdpilot.domain.objection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.ApplicationState;
import java.sql.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ObjectionsTest extends DataTest {

    @Autowired
    Objections objections;

    @Test
    @DisplayName("objection carried out → what has become of the project is kept with it; before, nothing")
    void carriedOut() {
        Round round = givenRound();
        String project = givenApplication(round, "city-440100", ApplicationState.DUPLICATE);
        jdbc.sql("""
                insert into objection (round_id, unit_id, application_id, person, contact, taken_by, words, received_at, due_at, state)
                values (:round, :unit, :project, '甲', '020-1', 'officer', '不服', :at, :at, 'UPHELD')""")
                .param("round", round.id())
                .param("unit", Unit.DEPARTMENT)
                .param("project", project)
                .param("at", Timestamp.from(Instant.EPOCH))
                .update();
        long id = objections.ofProject(project).get(0).id();
        assertThat(objections.get(id).carriedOut()).isNull();

        objections.carriedOut(id, Reversal.NO_DUPLICATE);

        assertThat(objections.get(id).carriedOut()).isEqualTo(Reversal.NO_DUPLICATE);
    }
}
