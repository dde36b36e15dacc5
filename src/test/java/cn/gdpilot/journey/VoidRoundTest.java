package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A round becomes void, and nothing of it is left behind. */
class VoidRoundTest extends Journey {

    @Test
    @DisplayName("a round is void → its applications have ended, nothing runs for it, applicants and units are told")
    void ends() {
        givenRound();
        Submitted submitted = givenSubmitted("city-440100", "T01", "待受理");
        Submitted accepted = givenAccepted("city-440400", "T01", "已受理");
        String draft = givenDraft(givenApplicant(), "city-440100", "T01", "草稿");

        whenVoid("通知已撤销");

        assertThat(List.of(state(submitted.id()), state(accepted.id()), state(draft)))
                .containsOnly(ApplicationState.VOID);
        assertThat(running()).isZero();
        assertThat(lettersTo(submitted.applicant().email())).anyMatch(subject -> subject.contains("已作废"));
        assertThat(lettersTo("city-440100@example.org")).anyMatch(subject -> subject.contains("已作废"));
        assertThat(rounds.current()).isEmpty();
    }

    @Test
    @DisplayName("a round is void while the province reviews → reviews end as well")
    void whileReviewed() {
        givenRound();
        Submitted project = givenAccepted("city-440100", "T01", "海工装备数字孪生");
        whenArrived("city-440100", List.of(project.id()));
        whenClockShows("12-08T17:30:01");
        assertThat(tasks("dept-44", "UserTask_ReviewProject")).hasSize(1);

        whenVoid("通知已撤销");

        assertThat(state(project.id())).isEqualTo(ApplicationState.VOID);
        assertThat(running()).isZero();
        assertThat(officer("city-440100")
                        .send("GET", "/desk/recommendations/" + round + "/city-440100/disc", null)
                        .body())
                .contains("已作废");
    }

    @Test
    @DisplayName("a void round → its pages answer and say so, a second round of the year may open")
    void saysSo() {
        givenRound();
        String first = round;
        Submitted submitted = givenSubmitted("city-440100", "T01", "海工装备数字孪生");
        whenVoid("通知已撤销");

        for (String page : List.of(
                "/desk/progress/" + first,
                "/desk/deadlines/" + first,
                "/desk/deliveries/" + first,
                "/desk/experts/" + first,
                "/receipts?number=" + receipt(submitted),
                "/desk/rounds/" + first,
                "/desk/objections?round=" + first,
                "/desk/progress/" + first + "/projects")) {
            Answer answer = officer("dept-44").send("GET", page, null);
            assertThat(answer.body()).as(page).contains("已作废");
        }
        assertThat(officer("city-440100")
                        .send("GET", "/dossier/" + submitted.id(), null)
                        .body())
                .contains("已作废");
        OfficerClient browser =
                new OfficerClient(base(), submitted.applicant().client().username(), "Testing-123");
        assertThat(browser.send("GET", "/portal/applications/" + submitted.id(), null)
                        .body())
                .contains("已作废");
    }

    @Test
    @DisplayName("a round is void while an objection waits → it has ended, whoever objected is told, no task is left")
    void objections() {
        givenRound();
        Submitted refused = givenSubmitted("city-440100", "T01", "海工装备数字孪生");
        complete(
                        "city-440100",
                        "UserTask_AcceptApplication",
                        taskOf(refused.id()),
                        Map.of("outcome", "REFUSE", "rule", "R2.7", "grounds", "未建成", "creditRecord", "CLEAN"))
                .ok();
        new OfficerClient(base(), refused.applicant().client().username(), "Testing-123")
                .submitPage("/portal/applications/" + refused.id() + "/objections", Map.of("words", "已建成"))
                .ok();

        whenVoid("通知已撤销");

        assertThat(jdbc.sql("select concat(state, ' ', grounds) from objection where application_id = :id")
                        .param("id", refused.id())
                        .query(String.class)
                        .single())
                .startsWith("VOID ")
                .contains("通知已撤销");
        assertThat(lettersTo(refused.applicant().email()))
                .filteredOn(subject -> subject.contains("因申报工作作废而终止"))
                .hasSize(1);
        assertThat(running()).isZero();
    }

    private String receipt(Submitted project) {
        return jdbc.sql("select number from receipt where application_id = :id")
                .param("id", project.id())
                .query(String.class)
                .single();
    }

    private int running() {
        return jdbc.sql("select count(*) from act_ru_variable where name_ = 'campaignId' and text_ = :round")
                .param("round", round)
                .query(Integer.class)
                .single();
    }

    /** One person is enough in a rehearsal. */
    private void whenVoid(String reason) {
        officer("dept-44")
                .withToken(
                        "/account/password",
                        "POST",
                        "/desk/rounds/" + round + "/void",
                        "reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8),
                        "application/x-www-form-urlencoded");
        settle();
    }
}
