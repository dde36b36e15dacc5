package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.ApplicationState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One officer of the CA on leave does not stop the Department. */
class GoAheadTest extends Journey {

    private static final String CITY = "city-440100";
    private static final String CA = "ca-44";
    private static final String PROPOSE = "UserTask_ProposeGoAhead";
    private static final String DECIDE = "UserTask_DecideGoAhead";

    @Test
    @DisplayName("R3.7 after the CA's date a handler proposes and the lead lets the Department go ahead without it")
    void goesAhead() {
        String id = givenReviewedBesideTheCa("注塑车间能耗优化");
        assertThat(tasks("dept-44", PROPOSE)).as("before the date").isEmpty();

        whenClockShows("12-13T17:30:01");
        assertThat(view("dept-44", PROPOSE)).contains("高炉网络安全监测").contains("以后签发名单时再与省厅的项目比对");
        complete("dept-44", PROPOSE, Map.of("grounds", "通信局经办人休假")).ok();
        assertThat(view("dept-44-lead", DECIDE)).contains("通信局经办人休假");
        complete("dept-44-lead", DECIDE, Map.of("outcome", "GO_AHEAD", "grounds", "同意"))
                .ok();

        complete("dept-44", "UserTask_RankProjects", Map.of("ranking", id)).ok();
        assertThat(tasks(CA, "UserTask_ReviewProject")).as("the CA goes on").hasSize(1);
        assertThat(jdbc.sql("select subject from outbox where recipient like 'ca-44%'")
                        .query(String.class)
                        .list())
                .filteredOn(subject -> subject.contains("省厅先行查重"))
                .hasSize(1);
    }

    @Test
    @DisplayName("R3.7 what the CA signs after that is compared with the Department's projects at its signature")
    void comparedLater() {
        givenReviewedBesideTheCa("高炉网络安全监测平台");
        whenClockShows("12-13T17:30:01");
        complete("dept-44", PROPOSE, Map.of("grounds", "通信局经办人休假")).ok();
        complete("dept-44-lead", DECIDE, Map.of("outcome", "GO_AHEAD", "grounds", "同意"))
                .ok();

        whenAllPass(CA);
        List<String> candidates =
                applications.ofUnit(round, Unit.COMMUNICATIONS, List.of(ApplicationState.ACCEPTED)).stream()
                        .map(one -> one.id())
                        .toList();
        complete(CA, "UserTask_RankProjects", Map.of("ranking", String.join("\n", candidates)))
                .ok();
        complete(CA + "-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();

        assertThat(jdbc.sql("select count(*) from duplicate_pair where round_id = :round")
                        .param("round", round)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("R3.7 the lead who proposed does not decide; refused, it is proposed again; the CA's end ends both")
    void waitsOn() {
        givenReviewedBesideTheCa("注塑车间能耗优化");
        whenClockShows("12-13T17:30:01");
        complete("dept-44", PROPOSE, Map.of("grounds", "通信局经办人休假")).ok();
        complete("dept-44-lead", DECIDE, Map.of("outcome", "WAIT", "grounds", "再等两天"))
                .ok();
        assertThat(tasks("dept-44", PROPOSE)).hasSize(1);

        whenAllPass(CA);

        assertThat(tasks("dept-44", PROPOSE)).isEmpty();
        assertThat(tasks("dept-44", "UserTask_RankProjects")).hasSize(1);
    }

    private String view(String officer, String task) {
        return officer(officer).variable(tasks(officer, task).get(0), "view");
    }

    /** One project at the Department, reviewed, and another one at the CA that nobody there reviews. */
    private String givenReviewedBesideTheCa(String project) {
        givenRound();
        Submitted own = givenAccepted(CITY, "F01", project);
        Submitted theirs = givenSubmitted(CA, "N01", "高炉网络安全监测");
        whenAccepted(CA, theirs.id());
        whenArrived(CITY, List.of(own.id()));
        whenClockShows("12-08T17:30:01");
        whenAllPass("dept-44");
        return own.id();
    }
}
