package cn.gdpilot.desk.ministryreview;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.OnPostgres;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.RoundLists;
import cn.gdpilot.domain.deadline.RoundDays;
import cn.gdpilot.domain.deadline.RoundDays.Period;
import cn.gdpilot.domain.pilot.Pilot;
import cn.gdpilot.domain.pilot.PilotRegister;
import cn.gdpilot.domain.project.ApplicationState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long a pilot runs: as the round says in which it was selected. */
class PilotTermTest {

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends DataTest {

        @Autowired
        MakePilot pilot;

        @Autowired
        PilotRegister register;

        @Autowired
        RoundLists lists;

        @Autowired
        RoundDays days;

        @Test
        @DisplayName("R3.8 the round's edition says three years → its pilots run three, those of another round two")
        void term() {
            assertThat(days.of("", Period.PILOT_TERM)).isEqualTo(2);
            Round two = givenRound();
            Round three = givenRound();
            jdbc.sql(
                            "insert into round_list (round_id, list, edition, content) values (:id, 'round-days.csv', 1, :text)")
                    .param("id", three.id())
                    .param("text", lists.text(two.id(), "round-days.csv").replace("PILOT_TERM,2", "PILOT_TERM,3"))
                    .update();

            assertThat(years(three)).isEqualTo(3);
            assertThat(years(two)).isEqualTo(2);
        }

        private int years(Round round) {
            String id = givenApplication(round, "city-440100", ApplicationState.FORWARDED);
            pilot.make(applications.get(id), OFFICER, "成效显著");
            Pilot made = register.ofRound(round.id()).get(0);
            return made.startsOn().until(made.endsOn()).getYears();
        }
    }
}
