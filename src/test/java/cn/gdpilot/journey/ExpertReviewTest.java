package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.desk.campaign.unattended.UnattendedCheck;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.scoring.Assignment;
import cn.gdpilot.domain.scoring.Assignment.State;
import cn.gdpilot.domain.scoring.Expert;
import cn.gdpilot.domain.scoring.ExpertReview;
import cn.gdpilot.domain.scoring.Experts;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import cn.gdpilot.rehearsal.OfficerClient.Task;
import cn.gdpilot.running.LeavesUnattended;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Experts score between the settling of duplicates and the Department's list: appointed, blind, replaced, settled. */
class ExpertReviewTest extends Journey {

    private static final List<String> CRITERIA = List.of("C1", "C2", "C3", "C4", "C5");

    @Autowired
    Panels panels;

    @Autowired
    Experts experts;

    @Autowired
    ExpertReview review;

    @Autowired
    UnattendedCheck unattended;

    @Autowired
    RuntimeService runtime;

    @Test
    @DisplayName(
            "R3.5 three experts, none of the applicant's city, declare, read, draft and score blind; then the Department ranks")
    void scoredBlind() {
        String project = givenBeforeExperts(Map.of());
        List<Assignment> asked = members(project);
        assertThat(asked)
                .hasSize(3)
                .extracting(Assignment::expert)
                .doesNotContain("expert")
                .doesNotHaveDuplicates();
        Assignment first = asked.get(0);
        String notAsked = List.of("expert-1", "expert-2", "expert-3", "expert-4").stream()
                .filter(one ->
                        asked.stream().noneMatch(member -> member.expert().equals(one)))
                .findFirst()
                .orElseThrow();

        assertThat(open(first.expert(), "/dossier/" + project).status()).isEqualTo(404);
        assertThat(open(first.expert(), page(first)).body()).contains("阅卷前的声明").doesNotContain("评分</h2>");
        assertThat(act(first, "SUBMIT", scores(80)).body()).contains("请先声明");
        act(first, "UNBIASED", Map.of()).ok();
        assertThat(open(first.expert(), "/dossier/" + project).status()).isEqualTo(200);
        assertThat(open(notAsked, "/dossier/" + project).status()).isEqualTo(404);
        assertThat(open(notAsked, page(first)).status()).isEqualTo(404);
        assertThat(refusedReads(notAsked, "/dossier/" + project)).isEqualTo(1);

        Map<String, String> half = new HashMap<>(scores(80));
        half.put("grounds-C3", "");
        assertThat(act(first, "SUBMIT", half).body()).contains("还没有写理由", "理由C1");
        assertThat(act(first, "SAVE", half).body()).contains("草稿已保存");
        assertThat(open(first.expert(), page(first)).body()).contains("理由C5");
        for (String wrong : List.of("101", "-1", "八十", "9.5", "999999999999")) {
            half.put("points-C1", wrong);
            assertThat(act(first, "SUBMIT", half).body()).as(wrong).contains("未能办理");
        }
        act(first, "SUBMIT", scores(80)).ok();
        assertThat(act(first, "SUBMIT", scores(99)).body()).contains("不能再改");
        assertThat(open(first.expert(), page(first)).body()).contains("全部交齐后显示");

        score(asked.get(1), 70);
        assertThat(open(first.expert(), page(first)).body()).doesNotContain("70.0");
        assertThat(tasks("dept-44", "UserTask_RankProjects")).isEmpty();
        score(asked.get(2), 84);
        settle();

        assertThat(panels.find(UnitType.DEPARTMENT, project).orElseThrow().closed())
                .isTrue();
        assertThat(open(first.expert(), page(first)).body()).contains("70.0", "84.0");
        assertThat(tasks("dept-44", "UserTask_RankProjects")).hasSize(1);
        assertThat(open("dept-44", "/desk/recommendations/" + round + "/dept-44")
                        .body())
                .contains("专家评分：平均 78.00 分（3 位专家，最高与最低相差 14.00 分）", "评审（", "测试单位");
    }

    @Test
    @DisplayName(
            "R3.5 who is biased or does not answer is replaced after a reminder; where nobody is left, an officer settles it with grounds")
    void replacedAndSettled() {
        String project = givenBeforeExperts(Map.of());
        List<Assignment> asked = members(project);
        act(asked.get(0), "BIASED", Map.of("reason", " ")).ok();
        assertThat(state(asked.get(0))).isEqualTo(State.APPOINTED);
        act(asked.get(0), "BIASED", Map.of("reason", "曾任顾问")).ok();
        score(asked.get(1), 75);
        Assignment absent = asked.get(2);
        act(absent, "UNBIASED", Map.of()).ok();

        whenClockShows("12-10T09:00:01");
        assertThat(lettersTo(absent.expert() + "@example.org")).anyMatch(subject -> subject.contains("催办"));
        whenClockShows("12-15T00:00:01");

        assertThat(state(absent)).isEqualTo(State.REPLACED);
        assertThat(open(absent.expert(), "/dossier/" + project).status()).isEqualTo(404);
        assertThat(act(absent, "SUBMIT", scores(90)).body()).contains("已结束");
        List<Assignment> now = members(project);
        assertThat(now).hasSize(4);
        score(now.get(3), 77);
        settle();

        whenClockShows("12-17T09:00:01");
        assertThat(jdbc.sql(
                                "select recipient from outbox where kind = 'work-reminder' and round_id = :round and body like '%专家不足待处理：1 件%'")
                        .param("round", round)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("dept-44@example.org", "dept-44-lead@example.org");
        assertThat(complete("dept-44", "UserTask_SettleReview", Map.of("outcome", "CLOSE"))
                        .status())
                .isEqualTo(400);
        complete("dept-44", "UserTask_SettleReview", Map.of("outcome", "CLOSE", "grounds", "两名专家意见一致"))
                .ok();
        assertThat(panels.find(UnitType.DEPARTMENT, project).orElseThrow().closedBecause())
                .isEqualTo("两名专家意见一致");
        assertThat(tasks("dept-44", "UserTask_RankProjects")).hasSize(1);
    }

    @Test
    @DisplayName(
            "R3.5 nobody reviews the own employer or what one has declared; totals that lie far apart call one more expert")
    void kinAndOutliers() {
        Expert employed = experts.find("expert-1").orElseThrow();
        Expert bound = experts.find("expert-2").orElseThrow();
        Submitted project = givenArrived();
        var applicant = jdbc.sql(
                        "select name, credit_code from applicant a join application p on p.applicant_id = a.id where p.id = :id")
                .param("id", project.id())
                .query((row, n) -> new String[] {row.getString(1), row.getString(2)})
                .single();
        try {
            experts.enter(changed(employed, applicant[0] + "有限公司", ""));
            experts.enter(changed(bound, bound.employer(), "某某协会\n" + applicant[1]));
            plan(Map.of("sameCityBars", "false"));
            whenReviewed();

            List<Assignment> asked = members(project.id());
            assertThat(asked)
                    .extracting(Assignment::expert)
                    .containsExactlyInAnyOrder("expert", "expert-3", "expert-4");
            experts.enter(employed);
            score(asked.get(0), 95);
            score(asked.get(1), 90);
            score(asked.get(2), 60);
            settle();

            List<Assignment> further = members(project.id());
            assertThat(further).hasSize(4).last().extracting(Assignment::expert).isEqualTo("expert-1");
            assertThat(open("expert", page(asked.get(0))).body()).doesNotContain("60.0");
            score(further.get(3), 88);
            settle();
            assertThat(panels.find(UnitType.DEPARTMENT, project.id())
                            .orElseThrow()
                            .closed())
                    .isTrue();
        } finally {
            experts.enter(employed);
            experts.enter(bound);
        }
    }

    @Test
    @LeavesUnattended("the ministry's panel is opened without its process")
    @DisplayName(
            "R3.5 whom the pool says to be bound since the appointment may neither read nor score; an officer takes an expert off with grounds, its scores do not count, and others are asked")
    void boundMeanwhileAndRemoved() {
        String project = givenBeforeExperts(Map.of("sameCityBars", "false", "spread", "50"));
        List<Assignment> asked = members(project);
        String applicant = jdbc.sql(
                        "select name from applicant a join application p on p.applicant_id = a.id where p.id = :id")
                .param("id", project)
                .query(String.class)
                .single();
        Expert bound = experts.find(asked.get(0).expert()).orElseThrow();
        Expert reading = experts.find(asked.get(1).expert()).orElseThrow();
        try {
            act(asked.get(1), "UNBIASED", Map.of()).ok();
            experts.enter(changed(bound, bound.employer(), "某某协会；" + applicant));
            experts.enter(changed(reading, applicant, ""));
            assertThat(act(asked.get(0), "UNBIASED", Map.of()).body()).contains("您不再评审本项目");
            assertThat(act(asked.get(1), "SUBMIT", scores(100)).body()).contains("您不再评审本项目");
        } finally {
            experts.enter(bound);
            experts.enter(reading);
        }
        assertThat(members(project))
                .extracting(Assignment::state)
                .containsExactly(State.BIASED, State.BIASED, State.APPOINTED);
        assertThat(open(asked.get(1).expert(), "/dossier/" + project).status()).isEqualTo(404);
        score(asked.get(2), 70);
        members(project).stream().filter(Assignment::open).forEach(one -> score(one, 80));
        assertThat(panels.find(UnitType.DEPARTMENT, project).orElseThrow().closed())
                .isTrue();

        assertThat(remove(project, asked.get(2), "").body()).contains("请填写理由");
        assertThat(remove(project, asked.get(2), "与申报单位有诉讼").body()).contains("已撤换");
        settle();

        assertThat(state(asked.get(2))).isEqualTo(State.REMOVED);
        assertThat(panels.find(UnitType.DEPARTMENT, project).orElseThrow().closed())
                .as("a score is lacking")
                .isFalse();
        assertThat(panels.find(UnitType.DEPARTMENT, project).orElseThrow().scoredAgain())
                .as("it had its place")
                .isTrue();
        assertThat(tasks("dept-44", "UserTask_SettleReview"))
                .as("nobody is left of five")
                .hasSize(1);
        assertThat(lettersTo(asked.get(2).expert() + "@example.org")).anyMatch(subject -> subject.contains("评审安排有变"));
        assertThat(jdbc.sql("select grounds from record_entry where action = 'expert.removed' and subject = :subject")
                        .param("subject", project + " " + asked.get(2).expert())
                        .query(String.class)
                        .list())
                .containsExactly("与申报单位有诉讼");
        plan("ministry", Map.of("sameCityBars", "false"));
        assertThat(review.appoint(round, UnitType.MINISTRY, project, null))
                .as("bound to the applicant wherever it is asked")
                .extracting(Assignment::expert)
                .hasSize(3)
                .doesNotContain(bound.account(), reading.account());
    }

    @Test
    @DisplayName(
            "R3.5 an appointed expert reads the one project that was given and nothing of any other, by no address")
    void otherDossiers() {
        String given = givenArrived().id();
        Submitted other = givenSubmitted("city-440100", "T01", "海工装备数字孪生");
        plan(Map.of());
        whenReviewed();
        Assignment mine = members(given).get(0);
        String expert = mine.expert();
        act(mine, "UNBIASED", Map.of()).ok();
        String material = jdbc.sql("select min(id) from material where application_id = :id")
                .param("id", other.id())
                .query(String.class)
                .single();
        String own = jdbc.sql("select min(id) from material where application_id = :id")
                .param("id", given)
                .query(String.class)
                .single();

        assertThat(open(expert, "/dossier/" + given + "/materials/" + own).status())
                .isEqualTo(200);
        for (String page : List.of(
                "/dossier/" + other.id(),
                "/dossier/" + other.id() + "/materials/" + material,
                "/dossier/" + other.id() + "/materials/" + material + "/preview",
                "/dossier/" + other.id() + "/materials/" + own,
                "/dossier/" + given + "/materials/" + material,
                "/dossier/" + given + "/materials/" + material + "/preview",
                "/dossier/" + other.id() + "/versions/1",
                "/dossier/" + other.id() + "/papers/application-form.pdf",
                "/dossier/" + other.id() + "/credit/1",
                "/dossier/" + given + "/../" + other.id(),
                "/dossier/" + given + "%2F..%2F" + other.id(),
                "/desk/merit/" + round + "/" + given,
                "/desk/merit/" + round,
                "/desk/recommendations/" + round + "/dept-44",
                "/desk/progress/" + round,
                page(members(given).get(1)))) {
            Answer answer = open(expert, page);
            assertThat(answer.status()).as(page).isIn(400, 403, 404);
            assertThat(answer.body()).as(page).doesNotContain("海工装备数字孪生");
        }

        remove(given, mine, "与申报单位有诉讼");
        assertThat(open(expert, "/dossier/" + given).status())
                .as("who was taken off reads no more")
                .isEqualTo(404);
        assertThat(open(expert, "/dossier/" + given + "/materials/" + own).status())
                .isEqualTo(404);
    }

    private Answer remove(String project, Assignment assignment, String grounds) {
        String page = "/desk/merit/" + round + "/" + project;
        return officer("dept-44")
                .withToken(
                        page,
                        "POST",
                        page + "/experts/" + assignment.id(),
                        "grounds=" + URLEncoder.encode(grounds, StandardCharsets.UTF_8),
                        "application/x-www-form-urlencoded");
    }

    @Test
    @DisplayName(
            "R3.6 the order by which was signed stays as it stood then: average, scores, conditions and their table, places proposed and moved, of those left out as well")
    void asSigned() {
        givenRound();
        Submitted better = givenAccepted("city-440400", "T01", "海工装备数字孪生");
        Submitted moved = givenAccepted("city-440400", "T02", "打印机耗材追溯");
        whenArrived("city-440400", List.of(better.id(), moved.id()));
        plan(Map.of("organised", "false", "average", "TRIMMED"));
        whenProvinceHasReviewed();
        scored(better, 10, 90, 91);
        scored(moved, 70, 70, 99);
        String order = "/desk/merit/" + round;
        assertThat(open("dept-44", order).body())
                .as("as the plan says, where the address says nothing")
                .contains("90.00", "70.00");
        officer("dept-44")
                .submitPage(order, Map.of("project", moved.id(), "place", "1", "grounds", "全省唯一的耗材产线"))
                .ok();
        complete("dept-44", "UserTask_RankProjects", Map.of("ranking", moved.id(), "grounds", "择优"))
                .ok();
        complete("dept-44-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();

        assertThat(state(better.id())).isEqualTo(ApplicationState.NOT_FORWARDED);
        assertThat(open("dept-44", order).body())
                .contains("签发时的排序", "priority-conditions v1", "海工装备数字孪生", "90.00", "未列入", "（按去掉最高、最低后的平均分）");
        assertThat(open("dept-44", "/dossier/" + better.id()).body())
                .contains("择优排序", "90.00（去掉最高、最低后的平均分）", "省工业和信息化厅签发（dept-44-lead）");
        assertThat(jdbc.sql(
                                "select proposed_place, place, listed_place from merit_snapshot_line l join merit_snapshot s on s.id = l.snapshot_id where application_id = :id and occasion = 'SIGNED'")
                        .param("id", moved.id())
                        .query()
                        .singleRow())
                .containsValues(2, 1);
    }

    @Test
    @DisplayName(
            "R3.8 the ministry asks experts in the same way before it selects, with its own plan; the selection shows their mean, the panel their names")
    void ministryAsksExperts() {
        givenRound();
        Submitted project = givenAccepted("city-440300", "T01", "海工装备数字孪生");
        whenListed("city-440300", List.of(project.id()));
        registerArrival("ministry", "city-440300").ok();
        plan("ministry", Map.of("sameCityBars", "false", "spread", "30"));
        whenClockShows("12-21T00:00:01");
        whenAllPass("ministry");

        List<Assignment> asked = members(UnitType.MINISTRY, project.id());
        assertThat(asked).hasSize(3);
        assertThat(tasks("ministry-lead", "UserTask_DecideSelection")).isEmpty();
        score(asked.get(0), 80);
        score(asked.get(1), 70);
        score(asked.get(2), 90);
        settle();

        Task selection = tasks("ministry-lead", "UserTask_DecideSelection").get(0);
        assertThat(officer("ministry-lead").variable(selection, "view")).contains("80.0");
        String name = experts.find(asked.get(0).expert()).orElseThrow().name();
        assertThat(open("ministry", "/desk/merit/" + round + "/" + project.id()).body())
                .contains(name);
    }

    @Test
    @DisplayName("R3.9 a project that is withdrawn while experts read it ends their work")
    void withdrawn() {
        Submitted project = givenArrived();
        plan(Map.of());
        whenReviewed();
        List<Assignment> asked = members(project.id());
        act(asked.get(0), "UNBIASED", Map.of()).ok();

        project.applicant().client().withdraw(project.id(), "不再申报").ok();
        settle();

        assertThat(state(project.id())).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(members(project.id())).extracting(Assignment::state).containsOnly(State.ENDED);
        assertThat(act(asked.get(0), "SUBMIT", scores(90)).body()).contains("已结束");
        assertThat(tasks("dept-44", "UserTask_SettleReview")).isEmpty();
    }

    @Test
    @DisplayName(
            "R2.5 found to be a running pilot while experts read it, a project ends their work and the round goes on; back after an objection, it is scored before the order is settled")
    void duplicateWhileExpertsRead() {
        Submitted project = givenArrived("深海网箱投喂");
        plan(Map.of());
        whenReviewed();
        List<Assignment> asked = members(project.id());
        act(asked.get(0), "UNBIASED", Map.of()).ok();

        givenPilots("深海网箱投喂项目,旧名," + project.applicant().client().username() + "," + year + "-02-01\n");

        assertThat(state(project.id())).isEqualTo(ApplicationState.DUPLICATE);
        assertThat(members(project.id())).extracting(Assignment::state).containsOnly(State.ENDED);
        assertThat(act(asked.get(0), "SUBMIT", scores(90)).body()).contains("已结束");
        assertThat(tasks("dept-44", "UserTask_RankProjects")).hasSize(1);

        new OfficerClient(base(), project.applicant().client().username(), "Testing-123")
                .submitPage("/portal/applications/" + project.id() + "/objections", Map.of("words", "是另一条产线"))
                .ok();
        complete("dept-44", "UserTask_AnswerObjection", Map.of("outcome", "PUT_BACK", "grounds", "确为另一条产线"))
                .ok();

        assertThat(state(project.id())).isEqualTo(ApplicationState.REVIEWED);
        String pair = jdbc.sql("select id from duplicate_pair where first_id = :id")
                .param("id", project.id())
                .query(String.class)
                .single();
        assertThat(open("dept-44", "/desk/duplicates/" + pair).ok().body())
                .contains("<dd>不同项目</dd>", "异议成立：确为另一条产线", "此前的认定", "系统（依规则）");
        assertThat(tasks("dept-44", "UserTask_RankProjects"))
                .as("it is scored first")
                .isEmpty();
        List<Assignment> again =
                members(project.id()).stream().filter(Assignment::open).toList();
        assertThat(again).hasSize(3);
        again.forEach(one -> score(one, 80));
        assertThat(panels.find(UnitType.DEPARTMENT, project.id()).orElseThrow().closed())
                .isTrue();
        whenListed("dept-44", List.of(project.id()));
    }

    @Test
    @DisplayName("R3.5 R4.7 list proven while experts score the others → reviewed and scored beside, then all ranked")
    void lateBesideTheExperts() {
        givenRound();
        Submitted first = givenAccepted("city-440400", "T01", "海工装备数字孪生");
        Submitted late = givenAccepted("city-440900", "T02", "荔枝冷链溯源");
        whenArrived("city-440400", List.of(first.id()));
        whenListed("city-440900", List.of(late.id()));
        plan(Map.of());
        whenReviewed();
        whenClockShows("12-09T10:00:00");

        whenProven("city-440900", "12-08T16:40");
        whenAllPass("dept-44");
        assertThat(members(late.id())).hasSize(3);
        members(first.id()).forEach(one -> score(one, 80));
        assertThat(tasks("dept-44", "UserTask_RankProjects")).isEmpty();
        members(late.id()).forEach(one -> score(one, 70));
        assertThat(tasks("dept-44", "UserTask_RankProjects")).hasSize(1);
    }

    @Test
    @DisplayName("R3.5 R3.7 late project passes before the others → compared with them, and experts get all at once")
    void lateOvertakes() {
        givenRound();
        Submitted first = givenAccepted("city-440400", "T01", "海工装备数字孪生");
        Submitted slow = givenAccepted("city-440400", "T02", "打印耗材产线追溯");
        Submitted late = givenAccepted("city-440900", "T02", "荔枝冷链溯源");
        whenArrived("city-440400", List.of(first.id(), slow.id()));
        whenListed("city-440900", List.of(late.id()));
        plan(Map.of());
        whenClockShows("12-09T10:00:00");
        whenPasses(first.id());

        whenProven("city-440900", "12-08T16:40");
        whenPasses(late.id());
        assertThat(jdbc.sql("select count(*) from review_panel")
                        .query(Integer.class)
                        .single())
                .as("one of the others is not reviewed")
                .isZero();

        whenPasses(slow.id());
        assertThat(List.of(members(first.id()), members(slow.id()), members(late.id())))
                .allMatch(members -> members.size() == 3);
    }

    private void whenPasses(String id) {
        Task review = tasks("dept-44", "UserTask_ReviewProject").stream()
                .filter(task ->
                        officer("dept-44").variable(task, "applicationId").equals(id))
                .findFirst()
                .orElseThrow();
        officer("dept-44")
                .complete(review, Map.of("outcome", "PASS", "grounds", "符合条件"))
                .ok();
        settle();
    }

    private void whenProven(String unit, String arrivedAt) {
        String page = "/desk/recommendations/" + round + "/" + unit + "/evidence";
        post("dept-44", page, form(Map.of("arrivedAt", year + "-" + arrivedAt, "kind", "STAMP", "words", "12")));
        long asked = jdbc.sql("select max(id) from evidenced_arrival")
                .query(Long.class)
                .single();
        post("dept-44-lead", page + "/" + asked, "decision=GRANT");
        settle();
    }

    private void post(String officer, String page, String fields) {
        officer(officer)
                .withToken("/account/password", "POST", page, fields, "application/x-www-form-urlencoded")
                .ok();
    }

    @Test
    @DisplayName(
            "R3.5 the review of one of two projects is lost → found; two people mend it, and the same experts score")
    void reviewGone() {
        givenRound();
        Submitted one = givenAccepted("city-440400", "T01", "海工装备数字孪生");
        Submitted two = givenAccepted("city-440400", "T02", "冷库节能改造");
        whenArrived("city-440400", List.of(one.id(), two.id()));
        plan(Map.of());
        whenReviewed();
        List<Assignment> asked = members(one.id());
        String key = one.id() + "/dept-44";
        runtime.deleteProcessInstance(taskOf(key), "taken apart");
        assertThat(unattended.lines()).singleElement().asString().contains("NOTHING_WAITS", key);
        act(asked.get(0), "UNBIASED", Map.of()).ok();
        assertThat(act(asked.get(0), "SUBMIT", scores(80)).body()).contains("未能办理");

        officer("operator").submitPage("/desk/unattended", Map.of()).ok();
        long matter = jdbc.sql("select max(id) from unattended_matter")
                .query(Long.class)
                .single();
        for (String said : List.of("operator ASK", "dept-44 GRANT")) {
            officer(said.split(" ")[0])
                    .withToken(
                            "/desk/unattended",
                            "POST",
                            "/desk/unattended/" + matter,
                            "grounds=checked&action=" + said.split(" ")[1],
                            "application/x-www-form-urlencoded")
                    .ok();
        }
        settle();

        assertThat(unattended.lines()).isEmpty();
        act(asked.get(0), "SUBMIT", scores(80)).ok();
        score(asked.get(1), 75);
        score(asked.get(2), 78);
        assertThat(panels.find(UnitType.DEPARTMENT, one.id()).orElseThrow().closed())
                .isTrue();
    }

    private String givenBeforeExperts(Map<String, String> plan) {
        Submitted project = givenArrived();
        plan(plan);
        whenReviewed();
        return project.id();
    }

    private Submitted givenArrived() {
        return givenArrived("海工装备数字孪生");
    }

    private Submitted givenArrived(String name) {
        givenRound();
        Submitted project = givenAccepted("city-440400", "T01", name);
        whenArrived("city-440400", List.of(project.id()));
        return project;
    }

    private void whenReviewed() {
        whenClockShows("12-08T17:30:01");
        whenAllPass("dept-44");
    }

    private void plan(Map<String, String> changes) {
        plan("dept-44", changes);
    }

    private void plan(String office, Map<String, String> changes) {
        Map<String, String> plan = new HashMap<>(
                Map.of("organised", "true", "experts", "3", "spread", "15", "answerDays", "5", "sameCityBars", "true"));
        plan.putAll(changes);
        Answer answer = officer(office)
                .withToken(
                        "/desk/experts", "POST", "/desk/experts/plan", form(plan), "application/x-www-form-urlencoded");
        assertThat(answer.ok().body()).contains("设置已保存");
    }

    private static String form(Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) ->
                form.append(form.isEmpty() ? "" : "&").append(name).append('=').append(value));
        return form.toString();
    }

    private static Expert changed(Expert expert, String employer, String interests) {
        return new Expert(
                expert.account(),
                expert.name(),
                employer,
                null,
                expert.city(),
                expert.email(),
                expert.fields(),
                interests,
                true);
    }

    private List<Assignment> members(String project) {
        return members(UnitType.DEPARTMENT, project);
    }

    private List<Assignment> members(UnitType level, String project) {
        return panels.members(panels.find(level, project).orElseThrow().id());
    }

    private State state(Assignment assignment) {
        return panels.assignment(assignment.id()).orElseThrow().state();
    }

    /** A panel that has closed with those totals. */
    private void scored(Submitted project, int... totals) {
        jdbc.sql(
                        "insert into review_panel (round_id, level_name, application_id, opened_at, closed_at) values (:round, 'DEPARTMENT', :id, now(), now())")
                .param("round", round)
                .param("id", project.id())
                .update();
        for (int i = 0; i < totals.length; i++) {
            jdbc.sql("""
                    insert into review_assignment (panel_id, expert, state, appointed_at, due_at, total)
                    values ((select id from review_panel where application_id = :id), :expert, 'SCORED', now(), now(), :total)""")
                    .param("expert", "expert-" + (i + 1))
                    .param("total", totals[i])
                    .param("id", project.id())
                    .update();
        }
    }

    private void score(Assignment assignment, int points) {
        act(assignment, "UNBIASED", Map.of()).ok();
        assertThat(act(assignment, "SUBMIT", scores(points)).ok().body()).contains("评分已提交");
        settle();
    }

    private static Map<String, String> scores(int points) {
        Map<String, String> fields = new HashMap<>();
        CRITERIA.forEach(code -> {
            fields.put("points-" + code, String.valueOf(points));
            fields.put("grounds-" + code, "理由" + code);
        });
        return fields;
    }

    private Answer act(Assignment assignment, String action, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("action", action);
        return officer(assignment.expert()).submitPage(page(assignment), all);
    }

    private static String page(Assignment assignment) {
        return "/desk/reviews/" + assignment.id();
    }

    private Answer open(String person, String page) {
        return officer(person).raw("GET", page, BodyPublishers.noBody(), "text/plain");
    }

    private int refusedReads(String person, String subject) {
        return jdbc.sql(
                        "select count(*) from record_entry where person = :person and action = 'read.refused' and subject = :subject")
                .param("person", person)
                .param("subject", subject)
                .query(Integer.class)
                .single();
    }
}
