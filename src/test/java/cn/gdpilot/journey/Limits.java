package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import cn.gdpilot.rehearsal.OfficerClient.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Limits hold when two requests come in the same instant; run on H2 and on PostgreSQL. */
@Tag("engine")
public abstract class Limits extends Journey {

    @Autowired
    Recommendations lists;

    @Test
    @DisplayName("a double click on submit gives one submission and one receipt")
    void doubleClick() throws Exception {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440800", "T01", "糖厂压榨优化");

        List<Answer> answers = atOnce(
                () -> applicant.client().submit(id, "same"),
                () -> applicant.client().submit(id, "same"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(answers.get(0).json().get("number"))
                .isEqualTo(answers.get(1).json().get("number"));
        assertThat(application(id).submissions()).isEqualTo(1);
    }

    @Test
    @DisplayName("R3.6 of two handlers who saw the same list and save in the same instant, exactly one is taken")
    void twoHandlersSaveAtOnce() throws Exception {
        givenRound();
        List<String> two = new ArrayList<>();
        for (Submitted one : givenAccepted(2, "city-441300", "T01")) {
            two.add(one.id());
        }

        // A session each: within one, the two pages' notices share a drawer and may be handed out twice.
        OfficerClient first = new OfficerClient(base(), "city-441300", PASSWORD);
        OfficerClient second = new OfficerClient(base(), "city-441300", PASSWORD);

        List<Answer> answers = atOnce(
                () -> saveList(first, "city-441300", Map.of("version", "0", "place-" + two.get(0), "1")),
                () -> saveList(second, "city-441300", Map.of("version", "0", "place-" + two.get(1), "1")));

        assertThat(answers)
                .filteredOn(answer -> answer.body().contains("名单刚刚已有变动"))
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.body().contains("推荐顺序已保存"))
                .hasSize(1);
        assertThat(lists.ranked(lists.get(round, "city-441300"))).hasSize(1);
    }

    @Test
    @DisplayName(
            "R3.7 of two officers who decide one pair in the same instant, exactly one counts and the other is told; the CA's word comes too late then")
    void onePairDecidedTwiceAtOnce() throws Exception {
        givenRound();
        Submitted throughCity = givenAccepted("city-440100", "F01", "焦炉煤气制氢");
        givenAccepted("ca-44", "F01", "焦炉煤气制氢项目");
        whenArrived("city-440100", List.of(throughCity.id()));
        whenProvinceHasReviewed();
        Task pair = tasks("dept-44", "UserTask_ResolveDuplicate").get(0);
        String page = "/desk/duplicates/" + officer("dept-44").variable(pair, "pairId");
        OfficerClient first = new OfficerClient(base(), "dept-44", PASSWORD);
        OfficerClient second = new OfficerClient(base(), "dept-44", PASSWORD);

        List<Answer> answers = atOnce(
                () -> first.complete(pair, Map.of("outcome", "SAME", "keep", "SECOND", "grounds", "同一焦炉")),
                () -> second.complete(pair, Map.of("outcome", "DISTINCT", "grounds", "两座焦炉")));

        assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
        assertThat(answers)
                .as("%s", answers)
                .filteredOn(answer -> answer.status() == 409 && answer.body().contains("办"))
                .hasSize(1);
        assertThat(jdbc.sql("select count(*) from record_entry where action = 'task.completed' and subject like :pair")
                        .param("pair", "UserTask_ResolveDuplicate " + officerPair(page) + "%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        boolean same = answers.get(0).status() < 300;
        assertThat(state(throughCity.id())).isEqualTo(same ? ApplicationState.DUPLICATE : ApplicationState.REVIEWED);
        assertThat(officer("ca-44")
                        .withToken("/account/password", "POST", page, "words=x", "application/x-www-form-urlencoded")
                        .body())
                .contains("已由他人办理");
    }

    @Test
    @DisplayName("R2.5 of two officers who decide a pair with a pilot in the same instant, exactly one counts")
    void pairWithAPilotDecidedTwiceAtOnce() throws Exception {
        givenRound();
        givenPilots("转炉煤气回收,示例钢铁公司," + creditCode("91440101MC0000906") + "," + year + "-01-05\n");
        Submitted alike = givenAccepted("city-440100", "F01", "转炉煤气回收项目");
        whenArrived("city-440100", List.of(alike.id()));
        whenProvinceHasReviewed();
        Task pair = tasks("dept-44", "UserTask_ResolveDuplicate").get(0);
        OfficerClient first = new OfficerClient(base(), "dept-44", PASSWORD);
        OfficerClient second = new OfficerClient(base(), "dept-44", PASSWORD);

        List<Answer> answers = atOnce(
                () -> first.complete(pair, Map.of("outcome", "SAME", "keep", "SECOND", "grounds", "同一转炉")),
                () -> second.complete(pair, Map.of("outcome", "DISTINCT", "grounds", "两座转炉")));

        assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
        assertThat(answers)
                .as("%s", answers)
                .filteredOn(answer -> answer.status() == 409 && answer.body().contains("办"))
                .hasSize(1);
        boolean same = answers.get(0).status() < 300;
        assertThat(state(alike.id())).isEqualTo(same ? ApplicationState.DUPLICATE : ApplicationState.REVIEWED);
    }

    @Test
    @DisplayName(
            "R3.7 the Department keeps the CA's project in the instant in which the CA leaves it out or speaks: never are both out")
    void bothBranchesAtOnce() throws Exception {
        givenRound();
        Submitted throughCity = givenAccepted("city-440100", "F01", "高炉煤气余压发电");
        Submitted throughCa = givenAccepted("ca-44", "F01", "高炉煤气余压发电项目");
        whenArrived("city-440100", List.of(throughCity.id()));
        whenProvinceHasReviewed();
        complete("ca-44", "UserTask_RankProjects", Map.of("grounds", "材料不实")).ok();
        Task pair = tasks("dept-44", "UserTask_ResolveDuplicate").get(0);
        Task signing = tasks("ca-44-lead", "UserTask_SignRecommendation").get(0);
        officer("dept-44").variable(pair, "pairId");
        officer("ca-44-lead").variable(signing, "view");

        List<Answer> answers = atOnce(
                () -> officer("dept-44").complete(pair, Map.of("outcome", "SAME", "keep", "SECOND", "grounds", "同一高炉")),
                () -> officer("ca-44-lead").complete(signing, Map.of("outcome", "SIGN")));
        settle();

        assertThat(answers.get(1).status())
                .as("the CA's signature waits for nobody")
                .isLessThan(300);
        assertThat(state(throughCa.id())).isEqualTo(ApplicationState.NOT_RECOMMENDED);
        assertThat(state(throughCity.id())).as("%s", answers).isEqualTo(ApplicationState.REVIEWED);
        if (answers.get(0).status() >= 300) {
            assertThat(answers.get(0).body()).contains("请重新认定");
        }
    }

    @Test
    @DisplayName(
            "R3.2 of two leads who decide one upheld objection in the same instant, exactly one counts; another unit's lead has no say, and what is withdrawn then is added by nobody")
    void remedyDecidedTwiceAtOnce() throws Exception {
        givenRound();
        Submitted listed = givenAccepted("city-441300", "T01", "磷酸铁锂极片涂布");
        Submitted first = givenAccepted("city-441300", "T02", "石化装置预知维修");
        Submitted second = givenAccepted("city-441300", "T03", "音响整机老化测试");
        whenArrived("city-441300", List.of(listed.id()));
        for (Submitted one : List.of(first, second)) {
            new OfficerClient(base(), one.applicant().client().username(), "Testing-123")
                    .submitPage("/portal/applications/" + one.id() + "/objections", Map.of("words", "请说明理由"))
                    .ok();
            complete("city-441300", "UserTask_AnswerObjection", Map.of("outcome", "PUT_BACK", "grounds", "确有漏看"))
                    .ok();
        }
        Task one = remedy(first);
        Task other = remedy(second);
        OfficerClient lead = new OfficerClient(base(), "city-441300-lead", PASSWORD);
        OfficerClient again = new OfficerClient(base(), "city-441300-lead", PASSWORD);

        assertThat(officer("city-441200-lead")
                        .complete(one, Map.of("outcome", "ADD", "grounds", "越权"))
                        .status())
                .isEqualTo(403);
        assertThat(state(first.id())).isEqualTo(ApplicationState.NOT_RECOMMENDED);
        List<Answer> answers = atOnce(
                () -> lead.complete(one, Map.of("outcome", "ADD", "grounds", "还有名额")),
                () -> again.complete(one, Map.of("outcome", "KEEP", "grounds", "名额留用")));
        assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
        assertThat(answers)
                .as("%s", answers)
                .filteredOn(answer -> answer.status() == 409 && answer.body().contains("办"))
                .hasSize(1);
        boolean added = answers.get(0).status() < 300;
        assertThat(state(first.id()))
                .isEqualTo(added ? ApplicationState.RECOMMENDED : ApplicationState.NOT_RECOMMENDED);
        assertThat(lists.ranked(lists.get(round, "city-441300"))).hasSize(added ? 2 : 1);

        List<Answer> withdrawn = atOnce(
                () -> lead.complete(other, Map.of("outcome", "ADD", "grounds", "还有名额")),
                () -> second.applicant().client().withdraw(second.id(), "不再参加"));
        settle();
        assertThat(withdrawn).as("%s", withdrawn).allMatch(answer -> answer.status() < 300 || answer.status() == 409);
        assertThat(state(second.id()))
                .as("%s", withdrawn)
                .isEqualTo(withdrawn.get(1).status() < 300 ? ApplicationState.WITHDRAWN : ApplicationState.RECOMMENDED);
    }

    private Task remedy(Submitted project) {
        return tasks("city-441300-lead", "UserTask_DecideRemedy").stream()
                .filter(task ->
                        officer("city-441300-lead").variable(task, "view").contains(project.id()))
                .findFirst()
                .orElseThrow();
    }

    private static String officerPair(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    @ParameterizedTest
    @DisplayName("a reviewer who holds a task changes nothing by a process variable that is changed or sent along")
    @ValueSource(strings = {"quota", "outcome", "applicationId", "campaignId", "unit"})
    void variables(String name) {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "变量测试");
        Task task = tasks("city-440100", "UserTask_AcceptApplication").get(0);

        Answer put = officer("city-440100")
                .send(
                        "PUT",
                        "/camunda/api/engine/engine/default/task/" + task.id() + "/variables/" + name,
                        Map.of("value", "city-440400", "type", "String"));
        Answer extra = officer("city-440100")
                .complete(task, Map.of("outcome", "ACCEPT", "creditRecord", "CLEAN", "quota", 99));

        assertThat(put.status()).isEqualTo(403);
        assertThat(extra.status()).isEqualTo(403);
        assertThat(jdbc.sql(
                                "select count(*) from act_ru_variable where text_ = 'city-440400' and proc_inst_id_ = :instance")
                        .param("instance", taskOf(project.id()))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Answer saveList(OfficerClient handler, String unit, Map<String, String> fields) {
        return handler.submitPage("/desk/recommendations/" + round + "/" + unit, fields);
    }

    private static <T> List<T> atOnce(Callable<T> first, Callable<T> second) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> work : List.of(first, second)) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            return List.of(futures.get(0).get(), futures.get(1).get());
        } finally {
            threads.shutdown();
        }
    }
}
