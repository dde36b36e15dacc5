package cn.gdpilot.domain.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.OnPostgres;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.eligibility.Finding.Verdict;
import cn.gdpilot.domain.project.ApplicationState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was found at a submission is kept with it, and what is settled since no longer stands. */
class FindingsTest {

    private static final Instant NOW = Instant.parse("2026-12-07T08:00:00Z");
    private static final Finding TYPE = new Finding("R2.1", Verdict.REFER, "申报主体类型待核", "applicant-eligibility v1");
    private static final Finding CREDIT = new Finding("R2.3", Verdict.REFER, "信用记录待查", "applicant-eligibility v1");
    private static final Finding VIDEO = new Finding("R2.12", Verdict.NOTE, "视频时长符合要求", "video-length v1");

    @Nested
    class OnH2 extends Cases {}

    @Nested
    @OnPostgres
    class OnPostgreSql extends Cases {}

    abstract static class Cases extends DataTest {

        @Autowired
        Findings findings;

        @Test
        @DisplayName("findings of two submissions → each kept with its version, in its order")
        void kept() {
            String id = givenApplication(givenRound(), "city-440100", ApplicationState.SUBMITTED);
            findings.keep(id, 1, List.of(CREDIT, TYPE, VIDEO));
            findings.keep(id, 2, List.of(VIDEO));
            findings.keep(id, 3, List.of());

            assertThat(findings.of(id, 1)).containsExactly(CREDIT, TYPE, VIDEO);
            assertThat(findings.of(id, 2)).containsExactly(VIDEO);
            assertThat(findings.of(id, 3)).isEmpty();
        }

        @Test
        @DisplayName("R2.3 found no longer → settled, still kept; the rest stands")
        void settled() {
            String id = givenApplication(givenRound(), "city-440100", ApplicationState.SUBMITTED);
            findings.keep(id, 1, List.of(CREDIT, TYPE));
            findings.keep(id, 2, List.of(CREDIT));
            Finding sameOfLaterTable =
                    new Finding(TYPE.rule(), TYPE.verdict(), TYPE.message(), "applicant-eligibility v2");

            findings.settle(id, 1, List.of(sameOfLaterTable), NOW);

            assertThat(findings.standing(id, 1)).containsExactly(TYPE);
            assertThat(findings.of(id, 1)).containsExactly(CREDIT, TYPE);
            assertThat(findings.standing(id, 2)).as("another submission").containsExactly(CREDIT);
        }

        @Test
        @DisplayName("findings of many at once → of the asked submission only, without what is settled")
        void many() {
            Round round = givenRound();
            List<String> three = givenApplications(3, round, "city-440100", ApplicationState.SUBMITTED);
            findings.keep(three.get(0), 1, List.of(CREDIT));
            findings.keep(three.get(0), 2, List.of(TYPE, VIDEO));
            findings.keep(three.get(1), 1, List.of(CREDIT));
            findings.settle(three.get(1), 1, List.of(), NOW);

            assertThat(findings.standing(Map.of(three.get(0), 2, three.get(1), 1, three.get(2), 1)))
                    .isEqualTo(Map.of(three.get(0), List.of(TYPE, VIDEO)));
        }
    }
}
