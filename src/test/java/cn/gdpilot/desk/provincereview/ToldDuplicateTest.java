package cn.gdpilot.desk.provincereview;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.ApplicantTimeline;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.Grounds;
import java.sql.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the applicant of a dropped project is told of the other one. */
class ToldDuplicateTest extends DataTest {

    private static final String CITY = "city-440100";

    @Autowired
    ApplicantTimeline timeline;

    @Autowired
    DuplicatePairs pairs;

    private Round round;
    private Applicant applicant;
    private String dropped;

    @BeforeEach
    void givenProject() {
        round = givenRound();
        applicant = givenApplicant();
        dropped = givenApplication(round, CITY, applicant, "高炉群控", ApplicationState.REVIEWED);
    }

    @Test
    @DisplayName("R2.10 repeats another project of the same applicant → told which one, by number, name and unit")
    void own() {
        String kept = givenApplication(round, "ca-44", applicant, "高炉群控项目", ApplicationState.RECOMMENDED);
        givenDropped(kept, null, "R3.7");

        assertThat(told()).contains(kept, "高炉群控项目", units.get("ca-44").name());
    }

    @Test
    @DisplayName("R2.10 the verdict is set aside later → the step of before still says which project it was")
    void setAside() {
        String kept = givenApplication(round, "ca-44", applicant, "高炉群控项目", ApplicationState.RECOMMENDED);
        givenDropped(kept, null, "R3.7");

        pairs.holdApart(dropped + "+", "异议成立", "officer", Instant.EPOCH.plusSeconds(1));

        assertThat(told()).contains(kept, "高炉群控项目");
    }

    @Test
    @DisplayName("R2.10 repeats another applicant's project → told so, nothing of the other")
    void others() {
        String kept = givenApplication(round, CITY, givenApplicant(), "高炉远程群控", ApplicationState.REVIEWED);
        givenDropped(kept, null, "R2.10");

        assertThat(told()).contains("对方情况不予公开").doesNotContain(kept, "高炉远程群控");
    }

    @Test
    @DisplayName("R2.5 repeats a running pilot → told which one and until when, because pilots are public")
    void pilot() {
        jdbc.sql("""
                insert into pilot (credit_code, applicant_name, project_name, project_key, starts_on, ends_on, source)
                values ('91440101MA5CKT6L0B', '旧名公司', '高炉鼓风群控', '高炉鼓风群控', date '2099-02-01', date '2101-02-01', '往年.csv')""").update();
        long pilot = jdbc.sql("select max(id) from pilot").query(Long.class).single();
        givenDropped(null, pilot, "R2.5");

        assertThat(told()).contains("高炉鼓风群控", "2101-02-01").doesNotContain("旧名公司");
    }

    private String told() {
        return timeline.of(dropped).stream()
                .reduce((first, last) -> last)
                .orElseThrow()
                .grounds();
    }

    private void givenDropped(String kept, Long pilot, String rule) {
        jdbc.sql("""
                insert into duplicate_pair (id, round_id, first_id, second_id, pilot_id, similarity, verdict, message, outcome, kept_id,
                  grounds, resolved_by, resolved_at)
                values (:id, :round, :first, :second, :pilot, 1.0, 'SAME', '', 'SAME', :second, '同一产线', 'officer', :at)""")
                .param("id", dropped + "+")
                .param("round", round.id())
                .param("first", dropped)
                .param("second", kept)
                .param("pilot", pilot)
                .param("at", Timestamp.from(Instant.EPOCH))
                .update();
        applications.advance(dropped, ApplicationState.DUPLICATE, OFFICER, Grounds.byRule(rule, "同一产线（某某公司）"));
    }
}
