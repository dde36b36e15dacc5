package cn.gdpilot.desk.provincereview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.duplicate.DuplicateOutcome;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.scoring.Panels;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** R2.10 three reviewed projects; whether the first two are one is not decided yet. */
class UndecidedPairTest extends DataTest {

    @Autowired
    ReviewProject review;

    @Autowired
    FindDuplicates duplicates;

    @Autowired
    DuplicatePairs pairs;

    @Autowired
    Panels panels;

    @Autowired
    ProvinceList list;

    private ProvinceProjects projects;
    private Round round;
    private List<String> three;

    @BeforeEach
    void pair() {
        projects = new ProvinceProjects(review, duplicates, panels, mock(), rounds, mock());
        round = givenRound();
        three = givenApplications(3, round, "city-440100", ApplicationState.REVIEWED);
        jdbc.sql("""
                insert into duplicate_pair (id, round_id, first_id, second_id, similarity, verdict, message)
                values (:id, :round, :first, :second, 0.9, 'SUSPECT', '')""")
                .param("id", pairId())
                .param("round", round.id())
                .param("first", three.get(0))
                .param("second", three.get(1))
                .update();
    }

    @Test
    @DisplayName("R3.7 pair not decided → neither goes to experts; decided to be two → both")
    void experts() {
        assertThat(projects.forExperts(round.id())).containsExactly(three.get(2));

        whenHeldApart();
        assertThat(projects.forExperts(round.id())).containsExactlyInAnyOrderElementsOf(three);
    }

    @Test
    @DisplayName("R3.5 pair not decided → neither is proposed for the public list; decided to be two → both")
    void publicity() {
        assertThat(list.proposed(round.id())).containsExactly(three.get(2));

        whenHeldApart();
        assertThat(list.proposed(round.id())).containsExactlyInAnyOrderElementsOf(three);
    }

    private void whenHeldApart() {
        pairs.resolve(pairId(), DuplicateOutcome.DISTINCT, null, "两条产线", "officer", Instant.EPOCH);
    }

    private String pairId() {
        return three.get(0) + "+" + three.get(1);
    }
}
