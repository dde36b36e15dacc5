package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.rehearsal.OfficerClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A signature leaves no application of its unit without a decision. */
class NobodyLeftBehindTest extends Journey {

    private static final String CITY = "city-441300";
    private static final String RANK = "UserTask_RankProjects";
    private static final String SIGN = "UserTask_SignRecommendation";

    @Autowired
    Recommendations recommendations;

    @Test
    @DisplayName(
            "R3.6 undecided application → shown beside the list, signing refused; accepted → ranked anew, then signed")
    void undecided() {
        givenRound();
        Submitted listed = givenAccepted(CITY, "T01", "海工装备数字孪生");
        Submitted late = givenSubmitted(CITY, "T02", "打印机耗材追溯");
        complete(CITY, RANK, Map.of("ranking", listed.id())).ok();

        assertThat(page()).contains("尚未作出决定的申请", late.id());
        assertThat(complete(CITY + "-lead", SIGN, Map.of("outcome", "SIGN")).body())
                .contains(late.id(), "打印机耗材追溯", "审核申请材料");
        assertThat(leadsSheet()).contains("尚未作出受理决定");
        whenAccepted(CITY, late.id());
        assertThat(leadsSheet())
                .as("the open form shows what has happened since it was made")
                .contains(late.id())
                .doesNotContain("尚未作出受理决定");
        assertThat(complete(CITY + "-lead", SIGN, Map.of("outcome", "SIGN")).body())
                .contains(late.id(), "退回重排");
        complete(CITY + "-lead", SIGN, Map.of("outcome", "RETURN", "grounds", "又受理一项"))
                .ok();
        assertThat(page()).contains("还没有写明理由");
        assertThat(complete(CITY, RANK, Map.of("ranking", listed.id())).body()).contains(late.id(), "打印机耗材追溯");
        complete(CITY, RANK, Map.of("ranking", listed.id(), "grounds", late.id() + "：测试数据不足一年"))
                .ok();
        assertThat(leadsSheet()).contains("测试数据不足一年");
        complete(CITY + "-lead", SIGN, Map.of("outcome", "SIGN")).ok();

        assertThat(state(late.id())).isEqualTo(ApplicationState.NOT_RECOMMENDED);
    }

    @Test
    @DisplayName(
            "R3.1 correction not awaited at the signature → refused, its process over; objection upheld → heard again")
    void notAwaited() {
        givenRound();
        Submitted listed = givenAccepted(CITY, "T01", "海工装备数字孪生");
        Submitted silent = givenSubmitted(CITY, "T02", "打印机耗材追溯");
        complete(
                        CITY,
                        "UserTask_AcceptApplication",
                        taskOf(silent.id()),
                        Map.of("outcome", "RETURN", "grounds", "缺审计报告"))
                .ok();
        complete(CITY, RANK, Map.of("ranking", listed.id())).ok();
        assertThat(complete(CITY + "-lead", SIGN, Map.of("outcome", "SIGN")).body())
                .contains(silent.id(), "不再等待补正的理由");

        complete(CITY + "-lead", SIGN, Map.of("outcome", "SIGN", "notAwaited", silent.id() + "：三次电话联系无人答复"))
                .ok();

        assertThat(state(silent.id())).isEqualTo(ApplicationState.REFUSED);
        assertThat(processes(silent.id())).isZero();
        assertThat(lettersTo(silent.applicant().email())).anyMatch(subject -> subject.contains("不予受理"));

        whenObjectionIsUpheld(silent, "号码确有误");
        assertThat(state(silent.id())).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(state(listed.id())).isEqualTo(ApplicationState.RANKED);
        assertThat(recommendations.get(round, CITY).state()).isEqualTo(Recommendation.State.RANKING);
        assertThat(tasks(CITY, "UserTask_AcceptApplication")).hasSize(1);
        assertThat(tasks(CITY, RANK)).hasSize(1);
    }

    @Test
    @DisplayName(
            "R4.8 zero report signed → the unit is done: no task, no reminder, shown as such; the deadline closes nothing")
    void zeroReport() {
        givenRound();
        Submitted accepted = givenAccepted(CITY, "T01", "海工装备数字孪生");
        assertThat(complete(CITY, RANK, Map.of()).body()).contains(accepted.id());
        complete(CITY, RANK, Map.of("grounds", "本市项目均未建成")).ok();
        assertThat(leadsSheet()).contains("零报送的理由", "本市项目均未建成");
        complete(CITY + "-lead", SIGN, Map.of("outcome", "SIGN")).ok();

        assertThat(recommendations.get(round, CITY).state()).isEqualTo(Recommendation.State.ZERO);
        assertThat(state(accepted.id())).isEqualTo(ApplicationState.NOT_RECOMMENDED);
        assertThat(processes(round + "/" + CITY)).isZero();
        assertThat(tasks(CITY, "UserTask_HandOver")).isEmpty();
        assertThat(lettersTo("dept-44@example.org")).anyMatch(subject -> subject.contains("零报送"));
        assertThat(officer("dept-44")
                        .send("GET", "/desk/progress/" + round, null)
                        .body())
                .contains("零报送");
        whenClockShows("12-08T17:30:01");
        assertThat(recommendations.get(round, CITY).state()).isEqualTo(Recommendation.State.ZERO);
        assertThat(lettersTo(CITY + "@example.org")).noneMatch(subject -> subject.contains("逾期"));
    }

    @Test
    @DisplayName("R4.8 objection upheld in time after a zero report → the list is open and ranked again")
    void zeroReportCalledBack() {
        givenRound();
        Submitted accepted = givenAccepted(CITY, "T01", "海工装备数字孪生");
        complete(CITY, RANK, Map.of("grounds", "无合适项目")).ok();
        complete(CITY + "-lead", SIGN, Map.of("outcome", "SIGN")).ok();

        whenObjectionIsUpheld(accepted, "已有验收报告");

        assertThat(state(accepted.id())).isEqualTo(ApplicationState.ACCEPTED);
        whenArrived(CITY, List.of(accepted.id()));
        assertThat(recommendations.get(round, CITY).state()).isEqualTo(Recommendation.State.ARRIVED);
    }

    private void whenObjectionIsUpheld(Submitted project, String grounds) {
        new OfficerClient(base(), project.applicant().client().username(), "Testing-123")
                .submitPage("/portal/applications/" + project.id() + "/objections", Map.of("words", "请再看一次"))
                .ok();
        officer(CITY)
                .complete(
                        tasks(CITY, "UserTask_AnswerObjection").get(0),
                        Map.of("outcome", "PUT_BACK", "grounds", grounds))
                .ok();
        settle();
    }

    private String page() {
        return officer(CITY)
                .send("GET", "/desk/recommendations/" + round + "/" + CITY, null)
                .body();
    }

    private int processes(String id) {
        return jdbc.sql("select count(*) from act_ru_execution where business_key_ = :key and parent_id_ is null")
                .param("key", id)
                .query(Integer.class)
                .single();
    }

    private String leadsSheet() {
        return officer(CITY + "-lead").variable(tasks(CITY + "-lead", SIGN).get(0), "view");
    }
}
