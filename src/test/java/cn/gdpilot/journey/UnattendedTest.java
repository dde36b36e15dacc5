package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.desk.campaign.unattended.UnattendedCheck;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import cn.gdpilot.running.LeavesUnattended;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What nobody has is found, told, and mended by two people; each test takes domain and engine apart in another way. */
class UnattendedTest extends Journey {

    private static final String CITY = "city-440100";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    private UnattendedCheck check;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Test
    @DisplayName("R3.1 an application whose task is gone is found, and gets it back by two people")
    void taskGone() {
        givenRound();
        String id = givenSubmitted(CITY, "T01", "海工装备数字孪生").id();
        runtime.deleteProcessInstance(taskOf(id), "taken apart");

        thenFound("NOTHING_WAITS", id);
        whenMended(id, "operator", "dept-44");

        whenAccepted(CITY, id);
        assertThat(state(id)).isEqualTo(ApplicationState.ACCEPTED);
    }

    @Test
    @DisplayName("R2.13 an application that waits for its correction gets that step back, not the first one")
    void correctionGone() {
        givenRound();
        Submitted returned = givenSubmitted(CITY, "T01", "海工装备数字孪生");
        complete(
                        CITY,
                        "UserTask_AcceptApplication",
                        taskOf(returned.id()),
                        Map.of("outcome", "RETURN", "grounds", "请补充说明"))
                .ok();
        runtime.deleteProcessInstance(taskOf(returned.id()), "taken apart");

        thenFound("NOTHING_WAITS", returned.id());
        whenMended(returned.id(), "operator", "dept-44");

        returned.applicant().client().submit(returned.id(), "again").ok();
        settle();
        whenAccepted(CITY, returned.id());
        assertThat(state(returned.id())).isEqualTo(ApplicationState.ACCEPTED);
    }

    @Test
    @DisplayName("R3.1 of two instances for one application the older one stays")
    void twice() {
        givenRound();
        String id = givenSubmitted(CITY, "T01", "海工装备数字孪生").id();
        String first = taskOf(id);
        start("application", id);

        thenFound("WAITS_TWICE", id);
        whenMended(id, "operator", "dept-44");

        assertThat(taskOf(id)).isEqualTo(first);
    }

    @Test
    @DisplayName("R3.1 a task for an application that is over ends")
    void leftOver() {
        givenRound();
        String id = givenAccepted(CITY, "T01", "海工装备数字孪生").id();
        start("application", id);
        String instance = taskOf(id);

        thenFound("LEFT_OVER", instance);
        whenMended(instance, "operator", "dept-44");

        assertThat(tasks(CITY, "UserTask_AcceptApplication")).isEmpty();
        assertThat(state(id)).isEqualTo(ApplicationState.ACCEPTED);
    }

    @Test
    @DisplayName("R3.6 a list whose step is not where the list is goes there")
    void wrongStep() {
        givenRound();
        String id = givenAccepted(CITY, "T01", "海工装备数字孪生").id();
        complete(CITY, "UserTask_RankProjects", Map.of("ranking", id)).ok();
        runtime.createProcessInstanceModification(listInstance())
                .cancelAllForActivity("UserTask_SignRecommendation")
                .startBeforeActivity("UserTask_RankProjects")
                .execute();

        thenFound("WRONG_STEP", round + "/" + CITY);
        whenMended(round + "/" + CITY, "operator", "dept-44");

        complete(CITY + "-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();
    }

    @Test
    @DisplayName("R3.6 a list without its process gets one where the list is")
    void listGone() {
        givenRound();
        String id = givenAccepted(CITY, "T01", "海工装备数字孪生").id();
        complete(CITY, "UserTask_RankProjects", Map.of("ranking", id)).ok();
        runtime.createProcessInstanceModification(listInstance())
                .cancelAllForActivity("SubProcess_Recommend")
                .startBeforeActivity("EndEvent_Delivered")
                .execute();
        settle();

        thenFound("NOTHING_WAITS", round + "/" + CITY);
        whenMended(round + "/" + CITY, "operator", "dept-44");

        complete(CITY + "-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();
    }

    @Test
    @DisplayName(
            "R3.1 a round whose instance is lost before the cities' deadline → two people begin it anew, and it goes on")
    void roundGone() {
        givenRound();
        String delivered = givenAccepted(CITY, "T01", "海工装备数字孪生").id();
        whenArrived(CITY, List.of(delivered));
        String ranked = givenAccepted("city-440400", "T01", "打印机耗材追溯").id();
        complete("city-440400", "UserTask_RankProjects", Map.of("ranking", ranked))
                .ok();
        runtime.deleteProcessInstance(taskOf(round), "taken apart");
        look("operator");
        assertThat(officer("operator").send("GET", "/desk/unattended", null).body())
                .contains("工业互联网试点示范项目推荐")
                .contains("推荐报送 “签发推荐名单”");

        assertThat(mend(round, "operator", "ASK").body()).contains("已提出");
        assertThat(mend(round, "dept-44", "GRANT").body()).contains("已核准并处理");
        settle();

        assertThat(check.lines()).isEmpty();
        complete("city-440400-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();
        whenClockShows("12-08T17:30:01");
        assertThat(tasks("dept-44", "UserTask_ReviewProject")).hasSize(1);
    }

    @Test
    @DisplayName(
            "R3.5 R3.8 round lost at each stage after the cities' deadline → begun anew where it stood, and announced")
    void roundGoneLater() {
        givenRound();
        makesPublic("dept-44");
        makesPublic("ministry");
        Submitted one = givenAccepted(CITY, "T01", "海工装备数字孪生");
        Submitted two = givenAccepted(CITY, "T02", "打印机耗材追溯");
        Submitted three = givenAccepted("ca-44", "N01", "电梯远程监护");
        whenArrived(CITY, List.of(one.id(), two.id()));
        whenClockShows("12-08T17:30:01");

        reviewOne("dept-44");
        whenLost("province-review");
        assertThat(tasks("dept-44", "UserTask_ReviewProject")).hasSize(1);
        whenLost("campaign");
        assertThat(tasks("dept-44", "UserTask_ReviewProject")).hasSize(1);
        assertThat(tasks("ca-44", "UserTask_ReviewProject")).hasSize(1);
        whenAllPass("dept-44");
        whenAllPass("ca-44");

        whenClockShows("12-09T10:00:00");
        whenPublic("dept-44", one.id(), two.id());
        whenLost("campaign");
        assertThat(tasks("dept-44", "UserTask_OpenPublicity")).isEmpty();
        assertThat(tasks("dept-44", "UserTask_RankProjects")).isEmpty();
        whenClockShows("12-14T00:00:01");

        complete("dept-44", "UserTask_RankProjects", Map.of("ranking", one.id() + "\n" + two.id()))
                .ok();
        whenLost("campaign");
        complete("dept-44-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();
        endDepartmentsList();
        whenMendedRound(round + "/dept-44");
        complete("dept-44", "UserTask_HandOver", Map.of("sentBy", "送件人")).ok();
        registerArrival("ministry", "dept-44").ok();
        whenLost("campaign");
        whenOutlived();
        whenListed("ca-44", List.of(three.id()));
        registerArrival("ministry", "ca-44").ok();
        whenClockShows("12-21T00:00:01");

        reviewOne("ministry");
        whenOutlived();
        assertThat(tasks("ministry", "UserTask_ReviewProject")).hasSize(2);
        whenAllPass("ministry");
        complete(
                        "ministry-lead",
                        "UserTask_DecideSelection",
                        Map.of("selection", one.id() + "\n" + two.id() + "\n" + three.id(), "grounds", "择优"))
                .ok();
        whenLost("campaign");
        whenPublic("ministry", one.id(), two.id(), three.id());
        whenLost("campaign");
        assertThat(tasks("ministry", "UserTask_PublishResult")).isEmpty();
        whenClockShows("12-24T00:00:01");
        whenLost("campaign");
        complete("ministry", "UserTask_PublishResult", Map.of("outcome", "PUBLISH"))
                .ok();

        assertThat(List.of(state(one.id()), state(two.id()), state(three.id()))).containsOnly(ApplicationState.PILOT);
    }

    @Test
    @DisplayName("R3.5 round that makes nothing public is lost while the Department signs → nothing left, signed")
    void roundGoneWhileSigning() {
        givenRound();
        Submitted project = givenAccepted(CITY, "T01", "海工装备数字孪生");
        whenArrived(CITY, List.of(project.id()));
        whenProvinceHasReviewed();
        complete("dept-44", "UserTask_RankProjects", Map.of("ranking", project.id()))
                .ok();

        whenLost("campaign");

        assertThat(check.lines()).isEmpty();
        complete("dept-44-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();
        assertThat(state(project.id())).isEqualTo(ApplicationState.FORWARDED);
    }

    private void makesPublic(String office) {
        officer(office)
                .withToken(
                        "/account/password",
                        "POST",
                        "/desk/objections/plan",
                        "round=" + round + "&organised=true",
                        FORM);
    }

    private void reviewOne(String office) {
        officer(office)
                .complete(tasks(office, "UserTask_ReviewProject").get(0), Map.of("outcome", "PASS", "grounds", "符合条件"))
                .ok();
        settle();
    }

    private void whenPublic(String office, String... list) {
        complete(
                        office,
                        "UserTask_OpenPublicity",
                        Map.of("publicList", String.join("\n", list), "workingDays", "2", "late", "[\"LATE\"]"))
                .ok();
    }

    /** The round's own instance of that process is lost with all that it calls; two people mend it. */
    private void whenLost(String process) {
        runtime.deleteProcessInstance(instanceOf(process), "taken apart");
        whenMendedRound(round);
    }

    /** The round's own instance is lost, and what it calls goes on without it. */
    private void whenOutlived() {
        runtime.deleteProcessInstance(instanceOf("campaign"), "taken apart", false, false, false, true);
        whenMendedRound(round);
    }

    private String instanceOf(String process) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(round)
                .singleResult()
                .getId();
    }

    private void endDepartmentsList() {
        runtime.deleteProcessInstance(taskOf(round + "/dept-44"), "taken apart");
    }

    private void whenMendedRound(String subject) {
        look("operator");
        assertThat(check.lines()).anyMatch(line -> line.contains(subject));
        whenMended(subject, "operator", "dept-44");
    }

    @Test
    @DisplayName("R3.6 what was accepted after its list had gone is ended by the Department's lead only, with a letter")
    void noWay() {
        givenRound();
        Submitted listed = givenAccepted(CITY, "T01", "海工装备数字孪生");
        whenArrived(CITY, List.of(listed.id()));
        Submitted late = givenSubmitted("city-440400", "T01", "打印机耗材追溯");
        whenAccepted("city-440400", late.id());
        jdbc.sql("update application set unit_id = :city where id = :id")
                .param("city", CITY)
                .param("id", late.id())
                .update();

        thenFound("NO_WAY", late.id());
        assertThat(mend(late.id(), "operator", "ASK").body()).contains("已提出");
        assertThat(mend(late.id(), "dept-44", "GRANT").body()).contains("须由省工业和信息化厅");
        mend(late.id(), "dept-44-lead", "GRANT").ok();
        settle();

        assertThat(state(late.id())).isEqualTo(ApplicationState.NOT_RECOMMENDED);
        assertThat(lettersTo(late.applicant().email())).anyMatch(subject -> subject.contains("未列入"));
        assertThat(check.lines()).isEmpty();
    }

    @Test
    @DisplayName(
            "R4.1 what stands on a list that was missed, and was not closed with it, misses the deadline, with a letter")
    void missedBeside() {
        givenRound();
        Submitted listed = givenAccepted(CITY, "T01", "海工装备数字孪生");
        whenListed(CITY, List.of(listed.id()));
        whenClockShows("12-08T17:30:01");
        jdbc.sql("update application set state = 'RECOMMENDED' where id = :id")
                .param("id", listed.id())
                .update();

        thenFound("NO_WAY", listed.id());
        mend(listed.id(), "operator", "ASK").ok();
        mend(listed.id(), "dept-44-lead", "GRANT").ok();
        settle();

        assertThat(state(listed.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        assertThat(lettersTo(listed.applicant().email()))
                .filteredOn(subject -> subject.contains("逾期"))
                .hasSize(2);
        assertThat(check.lines()).isEmpty();
    }

    @Test
    @LeavesUnattended("the step that failed for good is tried once more, and fails again or not")
    @DisplayName("R3.6 a step that is tried no more is found, and tried once more")
    void stuck() {
        givenRound();
        String id = givenAccepted(CITY, "T01", "海工装备数字孪生").id();
        complete(CITY, "UserTask_RankProjects", Map.of("ranking", id)).ok();
        officer(CITY + "-lead")
                .complete(tasks(CITY + "-lead", "UserTask_SignRecommendation").get(0), Map.of("outcome", "SIGN"))
                .ok();
        String job = management
                .createJobQuery()
                .activityId("ServiceTask_ProduceSummaryTable")
                .singleResult()
                .getId();
        management.setJobRetries(job, 0);

        thenFound("STUCK", job);
        whenMended(job, "operator", "dept-44");
        settle();

        complete(CITY, "UserTask_HandOver", Map.of("sentBy", "送件人")).ok();
    }

    @Test
    @LeavesUnattended("nobody mends it")
    @DisplayName("R3.1 whoever asked does not decide, and nobody asks without grounds")
    void twoPeople() {
        givenRound();
        String id = givenSubmitted(CITY, "T01", "海工装备数字孪生").id();
        runtime.deleteProcessInstance(taskOf(id), "taken apart");
        look("operator");

        assertThat(send(id, "operator", "action=ASK&grounds=+").body()).contains("请写明理由");
        mend(id, "operator", "ASK").ok();
        assertThat(mend(id, "operator", "GRANT").body()).contains("须由另一人核准");
        assertThat(mend(id, "dept-44", "ASK").body()).contains("operator 已经提出处理");
        assertThat(mend(id, "dept-44", "REFUSE").body()).contains("已记录：不同意");
        assertThat(officer("operator").send("GET", "/actuator/prometheus", null).body())
                .contains("gdpilot_unattended 1.0");
    }

    @Test
    @DisplayName("R3.5 a check of two is lost → nobody signs without it; two people mend it, and it is made")
    void checkGone() {
        givenRound();
        officer("dept-44")
                .withToken("/desk/experts", "POST", "/desk/experts/checks", "siteVisit=true", FORM)
                .ok();
        Submitted one = givenAccepted(CITY, "T01", "注塑车间能耗优化");
        Submitted two = givenAccepted(CITY, "T02", "中药饮片分拣");
        whenArrived(CITY, List.of(one.id(), two.id()));
        whenProvinceHasReviewed();
        String lost = one.id() + "/SITE_VISIT";
        runtime.deleteProcessInstance(taskOf(lost), "taken apart");
        thenFound("NOTHING_WAITS", lost);
        assertThat(officer("operator").send("GET", "/desk/unattended", null).body())
                .contains(one.id() + " 的现场核查");
        recordCheck();
        complete("dept-44", "UserTask_RankProjects", Map.of("ranking", one.id() + "\n" + two.id()))
                .ok();
        assertThat(complete("dept-44-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                        .body())
                .contains(one.id() + " 的现场核查", "登记核查结论");

        whenMended(lost, "operator", "dept-44");

        recordCheck();
        complete("dept-44-lead", "UserTask_SignRecommendation", Map.of("outcome", "SIGN"))
                .ok();
    }

    private void recordCheck() {
        complete("dept-44", "UserTask_RecordCheck", Map.of("outcome", "PASS", "grounds", "与申报相符"))
                .ok();
    }

    @Test
    @DisplayName("R3.5 an objection whose task is lost is found, gets it back by two people, and is answered")
    void objectionGone() {
        givenRound();
        Submitted refused = givenSubmitted(CITY, "T01", "注塑车间能耗优化");
        complete(
                        CITY,
                        "UserTask_AcceptApplication",
                        taskOf(refused.id()),
                        Map.of("outcome", "REFUSE", "rule", "R2.7", "grounds", "未建成", "creditRecord", "CLEAN"))
                .ok();
        new OfficerClient(base(), refused.applicant().client().username(), "Testing-123")
                .submitPage("/portal/applications/" + refused.id() + "/objections", Map.of("words", "已经建成"))
                .ok();
        String number = runtime.createProcessInstanceQuery()
                .processDefinitionKey("objection")
                .singleResult()
                .getBusinessKey();
        runtime.deleteProcessInstance(taskOf(number), "taken apart");

        thenFound("NOTHING_WAITS", number);
        whenMended(number, "operator", "dept-44");

        assertThat(tasks(CITY, "UserTask_AnswerObjection")).hasSize(1);
    }

    private void thenFound(String fault, String subject) {
        look("operator");
        assertThat(check.lines()).singleElement().asString().contains(fault).contains(subject);
    }

    private void look(String officer) {
        assertThat(officer(officer)
                        .submitPage("/desk/unattended", Map.of())
                        .ok()
                        .body())
                .contains("已经核对");
    }

    private void whenMended(String subject, String asking, String deciding) {
        assertThat(mend(subject, asking, "ASK").body()).contains("已提出");
        assertThat(mend(subject, deciding, "GRANT").body()).contains("已核准并处理");
        settle();
        assertThat(check.lines()).isEmpty();
    }

    private Answer mend(String subject, String officer, String action) {
        return send(subject, officer, "action=" + action + "&grounds=checked");
    }

    private Answer send(String subject, String officer, String fields) {
        return officer(officer)
                .withToken("/desk/unattended", "POST", "/desk/unattended/" + matter(subject), fields, FORM);
    }

    private long matter(String subject) {
        return jdbc.sql("select max(id) from unattended_matter where subject = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    private String listInstance() {
        return taskOf(round + "/" + CITY);
    }

    private void start(String process, String id) {
        runtime.startProcessInstanceByKey(
                process,
                id,
                Variables.putValue("campaignId", round)
                        .putValue("applicationId", id)
                        .putValue("unit", CITY));
    }
}
