package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import cn.gdpilot.rehearsal.OfficerClient.Task;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The longest ways that projects take, through all levels and into the next year, by the real engine over HTTP; run on H2 and on PostgreSQL. */
@Tag("engine")
public abstract class WayOfAProject extends Journey {

    private static final String PASSWORD_OF_APPLICANTS = "Testing-123";

    @Test
    @DisplayName(
            "R3.7 the same project through a city, the CA and a central enterprise: found, decided by a person, forwarded once")
    void sameProjectThroughThreeChannels() {
        givenRound();
        Submitted throughCity = givenAccepted("city-440100", "F01", "粤海炼化5G全连接工厂建设项目");
        Submitted throughCa = givenAccepted("ca-44", "F01", "粤海炼化5G全连接工厂项目");
        Submitted throughCentral = givenAccepted("central-sample-steel", "F01", "粤海炼化５Ｇ全连接工厂");
        whenArrived("city-440100", List.of(throughCity.id()));
        whenListed("central-sample-steel", List.of(throughCentral.id()));
        registerArrival("ministry", "central-sample-steel").ok();

        whenProvinceHasReviewed();
        List<Task> pairs = tasks("dept-44", "UserTask_ResolveDuplicate");
        assertThat(pairs).hasSize(2);
        for (Task pair : pairs) {
            officer("dept-44")
                    .complete(pair, Map.of("outcome", "SAME", "keep", "SECOND", "grounds", "同一产线"))
                    .ok();
        }
        settle();

        assertThat(state(throughCity.id())).isEqualTo(ApplicationState.DUPLICATE);
        assertThat(throughCity.applicant().client().timeline(throughCity.id()).body())
                .contains("R3.7");
        Answer forwardedTwice =
                complete("dept-44", "UserTask_RankProjects", Map.of("ranking", throughCity.id(), "grounds", "择优推荐"));
        assertThat(forwardedTwice.status()).isEqualTo(400);
    }

    @Test
    @DisplayName("R3.9 withdrawn by the applicant at each state before the ministry decides")
    void withdrawnAtEachState() {
        givenRound();
        Applicant applicant = givenApplicant();
        String draft = givenDraft(applicant, "city-440200", "T01", "草稿即撤回");
        applicant.client().withdraw(draft, "不申报了").ok();
        assertThat(state(draft)).isEqualTo(ApplicationState.WITHDRAWN);

        Submitted submitted = givenSubmitted("city-440200", "T01", "提交后撤回");
        withdraw(submitted);
        assertThat(tasks("city-440200", "UserTask_AcceptApplication")).isEmpty();

        Submitted returned = givenSubmitted("city-440200", "T01", "退回后撤回");
        complete(
                        "city-440200",
                        "UserTask_AcceptApplication",
                        taskOf(returned.id()),
                        Map.of("outcome", "RETURN", "grounds", "补"))
                .ok();
        withdraw(returned);

        Submitted accepted = givenAccepted("city-440200", "T01", "受理后撤回");
        withdraw(accepted);

        Submitted stays = givenAccepted("city-440200", "T01", "留在名单里");
        Submitted ranked = givenAccepted("city-440200", "T01", "排序后撤回");
        Submitted recommended = givenAccepted("city-440200", "T01", "推荐后撤回");
        Submitted reviewed = givenAccepted("city-440200", "T01", "初审后撤回");
        Submitted forwarded = givenAccepted("city-440200", "T01", "报部后撤回");
        complete(
                        "city-440200",
                        "UserTask_RankProjects",
                        Map.of(
                                "ranking",
                                String.join(
                                        "\n",
                                        stays.id(),
                                        ranked.id(),
                                        recommended.id(),
                                        reviewed.id(),
                                        forwarded.id())))
                .ok();
        withdraw(ranked);
        Answer changed = complete("city-440200-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"));
        assertThat(changed.body()).contains("退回重排", ranked.id(), "排序后撤回");
        assertThat(officer("city-440200-lead")
                        .send("GET", "/desk/recommendations/" + round + "/city-440200", null)
                        .body())
                .contains("（" + ranked.id() + "“排序后撤回”已撤回），现为 4 个项目")
                .doesNotContain("受理后撤回");
        complete("city-440200-lead", "UserTask_SignRecommendation", Map.of("outcome", "RETURN", "grounds", "有项目撤回"))
                .ok();
        whenArrived("city-440200", List.of(stays.id(), recommended.id(), reviewed.id(), forwarded.id()));

        whenClockShows("12-08T17:30:01");
        withdraw(recommended);
        assertThat(tasks("dept-44", "UserTask_ReviewProject")).hasSize(3);
        whenAllPass("dept-44");
        withdraw(reviewed);
        whenListed("dept-44", List.of(stays.id(), forwarded.id()));
        registerArrival("ministry", "dept-44").ok();
        whenClockShows("12-21T00:00:01");
        withdraw(forwarded);
        assertThat(tasks("ministry", "UserTask_ReviewProject"))
                .singleElement()
                .extracting(task -> officer("ministry").variable(task, "view"))
                .asString()
                .as("R3.6 the Department recommends it, not the city")
                .contains("省工业和信息化厅（推荐顺序第 1 位）", "| 粤工信工业互联网函〔2023〕37号第二条")
                .doesNotContain("**：韶关市工业和信息化局");
        whenMinistrySelects();

        assertThat(state(stays.id())).isEqualTo(ApplicationState.PILOT);
        Answer tooLate = stays.applicant().client().withdraw(stays.id(), "太晚");
        assertThat(tooLate.status()).isEqualTo(409);
    }

    @Test
    @DisplayName(
            "R2.5 the project of a pilot from here, applied for by another, is a pair that shows the pilot's round and direction; one found not selected is added after an objection")
    void pilotUnderAnotherName() {
        givenRound();
        Submitted pilot = givenAccepted("city-440300", "F01", "盾构掘进姿态");
        Submitted left = givenAccepted("city-440300", "T02", "海参育苗水质");
        whenListed("city-440300", List.of(pilot.id(), left.id()));
        registerArrival("ministry", "city-440300").ok();
        whenClockShows("12-21T00:00:01");
        whenAllPass("ministry");
        complete("ministry-lead", "UserTask_DecideSelection", Map.of("selection", pilot.id(), "grounds", "择优"))
                .ok();
        complete("ministry", "UserTask_PublishResult", Map.of("outcome", "PUBLISH"))
                .ok();
        new OfficerClient(base(), left.applicant().client().username(), PASSWORD_OF_APPLICANTS)
                .submitPage("/portal/applications/" + left.id() + "/objections", Map.of("words", "评分有误"))
                .ok();
        complete("ministry", "UserTask_AnswerObjection", Map.of("outcome", "PUT_BACK", "grounds", "漏计得分"))
                .ok();
        complete("ministry-lead", "UserTask_DecideRemedy", Map.of("outcome", "ADD", "grounds", "高于入选线"))
                .ok();
        assertThat(state(left.id())).isEqualTo(ApplicationState.PILOT);
        String earlier = rounds.get(round).title();

        givenNextRound();
        Submitted alike = givenAccepted("city-440100", "F01", "盾构掘进姿态项目");
        whenArrived("city-440100", List.of(alike.id()));
        whenProvinceHasReviewed();

        Task pair = tasks("dept-44", "UserTask_ResolveDuplicate").get(0);
        assertThat(officer("dept-44").variable(pair, "view")).contains("盾构掘进姿态", earlier, "| F01 | F01 |", "试点示范期");
        complete(
                        "dept-44",
                        "UserTask_ResolveDuplicate",
                        Map.of("outcome", "SAME", "keep", "SECOND", "grounds", "同一台盾构"))
                .ok();
        assertThat(state(alike.id())).isEqualTo(ApplicationState.DUPLICATE);
    }

    void withdraw(Submitted project) {
        project.applicant().client().withdraw(project.id(), "企业自愿撤回").ok();
        settle();
        assertThat(state(project.id())).isEqualTo(ApplicationState.WITHDRAWN);
    }

    /** What is still open misses the ministry's day; then the ministry reviews, selects what passed and publishes. */
    void whenMinistrySelects() {
        whenClockShows("12-22T09:00:00");
        whenAllPass("ministry");
        Task decide = tasks("ministry-lead", "UserTask_DecideSelection").get(0);
        String proposal = officer("ministry-lead").variable(decide, "selection");
        Answer decided = officer("ministry-lead").complete(decide, Map.of("selection", proposal, "grounds", "综合评审"));
        decided.ok();
        complete("ministry", "UserTask_PublishResult", Map.of("outcome", "PUBLISH"))
                .ok();
    }
}
