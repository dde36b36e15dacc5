package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.text.Clauses;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The other ways; that they go on PostgreSQL too, the round that is rehearsed there holds, with the data tests of each step. */
class WayOfAProjectOnH2Test extends WayOfAProject {
    @Test
    @DisplayName(
            "R3.1 R3.5 R3.8 a city's project goes to the Department, to the ministry, is selected and becomes a pilot")
    void upToThePilotRegister() {
        givenRound();
        Submitted project = givenAccepted("city-440100", "T01", "海工装备数字孪生");

        whenArrived("city-440100", List.of(project.id()));
        assertThat(state(project.id())).isEqualTo(ApplicationState.RECOMMENDED);

        whenClockShows("12-08T17:30:01");
        whenAllPass("dept-44");
        assertThat(state(project.id())).isEqualTo(ApplicationState.REVIEWED);

        whenListed("dept-44", List.of(project.id()));
        registerArrival("ministry", "dept-44").ok();
        assertThat(state(project.id())).isEqualTo(ApplicationState.FORWARDED);

        whenMinistrySelects();

        assertThat(state(project.id())).isEqualTo(ApplicationState.PILOT);
        assertThat(pilots.ofRound(round)).hasSize(1);
        assertThat(lettersTo(project.applicant().email())).anyMatch(subject -> subject.contains("入选"));
    }

    @Test
    @DisplayName("R3.1 returned for correction, corrected by the applicant, accepted")
    void returnedAndCorrected() {
        givenRound();
        Submitted project = givenSubmitted("city-440400", "T02", "海工装备数字孪生");

        complete(
                        "city-440400",
                        "UserTask_AcceptApplication",
                        taskOf(project.id()),
                        Map.of("outcome", "RETURN", "grounds", "请补充项目简介"))
                .ok();
        assertThat(state(project.id())).isEqualTo(ApplicationState.RETURNED);
        assertThat(lettersTo(project.applicant().email())).anyMatch(subject -> subject.contains("退回补正"));

        project.applicant()
                .client()
                .edit(project.id(), Map.of("summary", "补充后的简介"))
                .ok();
        project.applicant().client().submit(project.id(), "again").ok();
        settle();
        whenAccepted("city-440400", project.id());

        assertThat(state(project.id())).isEqualTo(ApplicationState.ACCEPTED);
        assertThat(application(project.id()).submissions()).isEqualTo(2);
    }

    @Test
    @DisplayName("R2.4 refused by the reviewer: the rule is named in the timeline and in the letter")
    void refusedByTheReviewer() {
        givenRound();
        Submitted project = givenSubmitted("city-440400", "T02", "海工装备数字孪生");

        Answer withoutRule = complete(
                "city-440400",
                "UserTask_AcceptApplication",
                taskOf(project.id()),
                Map.of("outcome", "REFUSE", "grounds", "有事故"));
        assertThat(withoutRule.status()).isEqualTo(400);
        assertThat(withoutRule.body()).contains("条款");

        complete(
                        "city-440400",
                        "UserTask_AcceptApplication",
                        taskOf(project.id()),
                        Map.of("outcome", "REFUSE", "rule", "R2.4", "grounds", "去年发生较大安全事故"))
                .ok();

        assertThat(state(project.id())).isEqualTo(ApplicationState.REFUSED);
        assertThat(project.applicant().client().timeline(project.id()).body())
                .contains("R2.4")
                .contains("去年发生较大安全事故");
        assertThat(lettersTo(project.applicant().email())).anyMatch(subject -> subject.contains("不予受理"));
    }

    @Test
    @DisplayName("R2.7 refused by the table at submission: the rule is named, the draft stays as it was")
    void refusedByTheTable() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440400", "T02", "尚未建成的项目");
        applicant.client().edit(id, Map.of("built", false)).ok();

        Answer answer = applicant.client().submit(id, "key");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("rule").asText()).isEqualTo("R2.7");
        assertThat(state(id)).isEqualTo(ApplicationState.DRAFT);
        assertThat(application(id).summary()).isEqualTo("测试项目");
    }

    @Test
    @DisplayName("R4.1 a list that arrives at 17:30:00 is in time")
    void arrivesInTheLastSecond() {
        givenRound();
        Submitted project = givenAccepted("city-440500", "T01", "海工装备数字孪生");
        whenListed("city-440500", List.of(project.id()));

        clockShows("12-08T17:30:00");
        registerArrival("dept-44", "city-440500").ok();

        whenClockShows("12-08T17:31:00");
        assertThat(state(project.id())).isEqualTo(ApplicationState.RECOMMENDED);
    }

    @Test
    @DisplayName(
            "R4.1 a list that is on its way at 17:30:01 is not accepted, whatever the timers did; all affected get mail")
    void arrivesOneSecondLate() {
        givenRound();
        Submitted project = givenAccepted("city-440500", "T01", "海工装备数字孪生");
        whenListed("city-440500", List.of(project.id()));

        // The clock moves and no timer has fired yet: the domain alone must refuse.
        clockShows("12-08T17:30:02");
        Answer late = registerArrivalBeforeTimers("dept-44", "city-440500");
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.body()).contains("逾期不予受理").contains("R4.1");

        settle();
        assertThat(state(project.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        for (String address : List.of(
                "city-440500@example.org",
                "city-440500-lead@example.org",
                "dept-44@example.org",
                project.applicant().email())) {
            assertThat(lettersTo(address)).as(address).anyMatch(subject -> subject.contains("逾期"));
        }
        assertThat(missedLetter(project)).contains("推荐材料已报出，但未在向省工业和信息化厅报送的截止时间", Clauses.of("R4.1"));
    }

    private String missedLetter(Submitted project) {
        return jdbc.sql("select body from outbox where kind = 'missed-application' and recipient = :to")
                .param("to", project.applicant().email())
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName("R4.1 nothing can be submitted to a city after its deadline")
    void submissionAfterTheDeadline() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, "city-440600", "T01", "陶瓷釉料调度");

        clockShows("12-08T17:30:02");
        Answer late = applicant.client().submit(id, "late");

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.json().get("rule").asText()).isEqualTo("R4.1");
        assertThat(state(id)).isEqualTo(ApplicationState.DRAFT);
    }

    @Test
    @DisplayName("R3.3 R4.3 Shenzhen reports straight to the ministry by 12-20, past the Department")
    void shenzhenStraightToTheMinistry() {
        givenRound();
        whenClockShows("12-08T17:30:01");
        Submitted project = givenAccepted("city-440300", "P01", "海工装备数字孪生");

        whenListed("city-440300", List.of(project.id()));
        registerArrival("ministry", "city-440300").ok();
        assertThat(tasks("dept-44", "UserTask_ReviewProject")).isEmpty();

        whenMinistrySelects();
        assertThat(state(project.id())).isEqualTo(ApplicationState.PILOT);
    }

    @Test
    @DisplayName("R3.4 a central enterprise reports straight to the ministry and takes no city's place")
    void centralEnterpriseTakesNoPlace() {
        givenRound();
        List<Submitted> city = givenAccepted(8, "city-441300", "T03");
        Submitted central = givenAccepted("central-sample-power", "F01", "海工装备数字孪生");

        whenListed("city-441300", city.stream().map(Submitted::id).toList());
        whenListed("central-sample-power", List.of(central.id()));
        registerArrival("ministry", "central-sample-power").ok();

        assertThat(state(central.id())).isEqualTo(ApplicationState.RECOMMENDED);
        assertThat(city).allSatisfy(one -> assertThat(state(one.id())).isEqualTo(ApplicationState.RECOMMENDED));
    }

    @Test
    @DisplayName("R1.3 a project of the CA's directions goes through the CA, beside the Department's branch")
    void throughTheCommunicationsAdministration() {
        givenRound();
        Submitted network = givenAccepted("ca-44", "N01", "海工装备数字孪生");
        Submitted city = givenAccepted("city-440100", "T01", "打印机耗材追溯");
        whenArrived("city-440100", List.of(city.id()));

        whenClockShows("12-08T17:30:01");
        assertThat(tasks("ca-44", "UserTask_ReviewProject")).hasSize(1);
        assertThat(tasks("dept-44", "UserTask_ReviewProject")).hasSize(1);

        whenAllPass("dept-44");
        assertThat(tasks("dept-44", "UserTask_RankProjects"))
                .as("waits for the CA before dedup")
                .isEmpty();
        whenAllPass("ca-44");
        assertThat(tasks("dept-44", "UserTask_RankProjects")).hasSize(1);

        whenListed("ca-44", List.of(network.id()));
        registerArrival("ministry", "ca-44").ok();
        assertThat(state(network.id())).isEqualTo(ApplicationState.RECOMMENDED);
    }

    @Test
    @DisplayName(
            "R4.1 what the CA returned and nobody has corrected by the cities' deadline is closed then: the applicant is told, neither branch waits for it, and from then on nothing is returned")
    void returnedByTheCaAndNotCorrected() {
        givenRound();
        Submitted returned = givenSubmitted("ca-44", "N01", "海工装备数字孪生");
        Submitted undecided = givenSubmitted("ca-44", "N02", "打印机耗材追溯");
        Submitted city = givenAccepted("city-440100", "T01", "电梯远程监护");
        whenArrived("city-440100", List.of(city.id()));
        Map<String, String> giveBack = Map.of("outcome", "RETURN", "grounds", "请补充测试报告");
        complete("ca-44", "UserTask_AcceptApplication", taskOf(returned.id()), giveBack)
                .ok();

        whenClockShows("12-08T17:30:01");

        assertThat(state(returned.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        assertThat(returned.applicant().client().timeline(returned.id()).body()).contains("R4.1", "退回补正后未在申报截止时间");
        assertThat(missedLetter(returned))
                .contains("退回补正后未在申报截止时间", Clauses.of("R4.1"))
                .doesNotContain("送达");
        assertThat(tasks("ca-44", "UserTask_ReviewProject")).hasSize(1);
        assertThat(complete("ca-44", "UserTask_AcceptApplication", taskOf(undecided.id()), giveBack)
                        .body())
                .contains("R4.1", "不能再补正提交");
        whenAccepted("ca-44", undecided.id());
        whenAllPass("dept-44");
        whenAllPass("ca-44");
        assertThat(tasks("dept-44", "UserTask_RankProjects")).hasSize(1);
        whenListed("ca-44", List.of(undecided.id()));
    }

    @Test
    @DisplayName("R2.5 a selected project applied for again next year is refused while its pilot runs")
    void pilotAppliesAgain() {
        givenRound();
        Submitted project = givenAccepted("city-440100", "T01", "海工装备数字孪生");
        whenArrived("city-440100", List.of(project.id()));
        whenClockShows("12-08T17:30:01");
        whenAllPass("dept-44");
        whenListed("dept-44", List.of(project.id()));
        registerArrival("ministry", "dept-44").ok();
        whenMinistrySelects();

        givenNextRound();
        String again = givenDraft(project.applicant(), "city-440100", "T02", "海工装备数字孪生项目");
        Answer refused = project.applicant().client().submit(again, "again");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("rule").asText()).isEqualTo("R2.5");
    }
}
