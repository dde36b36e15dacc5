package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.rehearsal.OfficerClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What comes to the CA after its review has begun is reviewed, so that its list can be signed. */
class LateAtTheCaTest extends Journey {

    private static final String CA = "ca-44";
    private static final String REVIEW = "UserTask_ReviewProject";

    @Test
    @DisplayName(
            "R3.5 R3.7 CA reviews, refused one heard again and accepted → one task for it; done when both are reviewed")
    void heardAgainBeside() {
        givenRound();
        Submitted other = givenAccepted(CA, "N01", "海工装备数字孪生");
        Submitted refused = givenSubmitted(CA, "N01", "打印机耗材追溯");
        whenClockShows("12-08T17:30:01");
        whenRefused(refused);
        assertThat(tasks(CA, REVIEW)).hasSize(1);

        whenUpheld(refused);
        assertThat(tasks(CA, REVIEW)).hasSize(2);
        whenAccepted(CA, refused.id());

        assertThat(tasks(CA, REVIEW)).as("none twice").hasSize(2);
        complete(CA, REVIEW, Map.of("outcome", "PASS", "grounds", "符合条件")).ok();
        assertThat(rounds.get(round).communicationsReviewedAt())
                .as("one of two reviews is over")
                .isNull();
        whenAllPass(CA);
        assertThat(rounds.get(round).communicationsReviewedAt()).isNotNull();
        whenListed(CA, List.of(other.id(), refused.id()));
        assertThat(state(refused.id())).isEqualTo(ApplicationState.RECOMMENDED);
    }

    @Test
    @DisplayName(
            "R3.5 CA has reviewed all and ranks, refused one heard again → reviewed beside the ranking, list signed")
    void heardAgainAfter() {
        givenRound();
        Submitted other = givenAccepted(CA, "N01", "海工装备数字孪生");
        Submitted refused = givenSubmitted(CA, "N01", "打印机耗材追溯");
        whenClockShows("12-08T17:30:01");
        whenRefused(refused);
        whenAllPass(CA);

        whenUpheld(refused);
        whenAccepted(CA, refused.id());
        assertThat(tasks(CA, REVIEW)).hasSize(1);
        whenAllPass(CA);

        whenListed(CA, List.of(other.id(), refused.id()));
        assertThat(state(refused.id())).isEqualTo(ApplicationState.RECOMMENDED);
    }

    @Test
    @DisplayName(
            "R4.3 CA missed its deadline unreviewed, the ministry opens its window again → reviewed, ranked, signed")
    void reopened() {
        givenRound();
        Submitted project = givenAccepted(CA, "N01", "海工装备数字孪生");
        whenClockShows("12-08T17:30:01");
        whenClockShows("12-21T00:00:01");
        assertThat(state(project.id())).isEqualTo(ApplicationState.MISSED_DEADLINE);
        assertThat(rounds.get(round).communicationsReviewedAt())
                .as("the deadline has ended its review")
                .isNotNull();
        whenClockShows("12-21T10:00:00");

        String page = "/desk/deadlines/" + round;
        post("ministry", page, "unit=ca-44&date=" + year + "-12-24T17:30&grounds=x");
        long asked = jdbc.sql("select max(id) from deadline_extension")
                .query(Long.class)
                .single();
        post("ministry-lead", page + "/" + asked, "decision=GRANT");
        settle();

        assertThat(tasks(CA, REVIEW)).hasSize(1);
        whenAllPass(CA);
        whenListed(CA, List.of(project.id()));
        assertThat(state(project.id())).isEqualTo(ApplicationState.RECOMMENDED);
    }

    private void whenRefused(Submitted project) {
        complete(
                        CA,
                        "UserTask_AcceptApplication",
                        taskOf(project.id()),
                        Map.of("outcome", "REFUSE", "rule", "R2.7", "grounds", "未建成", "creditRecord", "CLEAN"))
                .ok();
    }

    private void whenUpheld(Submitted project) {
        new OfficerClient(base(), project.applicant().client().username(), "Testing-123")
                .submitPage("/portal/applications/" + project.id() + "/objections", Map.of("words", "已建成"))
                .ok();
        complete(CA, "UserTask_AnswerObjection", Map.of("outcome", "PUT_BACK", "grounds", "验收证明属实"))
                .ok();
    }

    private void post(String officer, String path, String fields) {
        officer(officer).withToken("/account/password", "POST", path, fields, "application/x-www-form-urlencoded");
    }
}
