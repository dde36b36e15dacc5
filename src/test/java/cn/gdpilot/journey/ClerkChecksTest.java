package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a clerk looks at, as it is asked for, shown and kept over HTTP. */
class ClerkChecksTest extends Journey {

    private static final String CITY = "city-440100";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    @DisplayName("R2.13 report uploaded with a year → told back; a second one for that year → refused")
    void yearByApi() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = begun(applicant);

        Answer first = attach(applicant, id, "一.pdf", "&year=" + (year - 1));
        Answer second = attach(applicant, id, "二.pdf", "&year=" + (year - 1));
        Answer outside = attach(applicant, id, "三.pdf", "&year=" + year);

        assertThat(first.ok().json().path("materials").get(0).path("year").asInt())
                .isEqualTo(year - 1);
        assertThat(second.json().path("rule").asText()).isEqualTo("R2.13");
        assertThat(second.body()).contains("已有一份");
        assertThat(outside.body()).contains("须为近三年");
    }

    @Test
    @DisplayName("R2.13 report without a year → asked for in the self-check, and not refused")
    void yearAskedFor() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = begun(applicant);
        attach(applicant, id, "没写年份.pdf", "").ok();

        JsonNode findings = applicant.client().check(id).ok().json().path("findings");

        assertThat(StreamSupport.stream(findings.spliterator(), false)
                        .filter(one -> one.path("message").asText().contains("没写年份.pdf")))
                .singleElement()
                .satisfies(one -> assertThat(one.path("verdict").asText()).isEqualTo("REFER"));
    }

    @Test
    @DisplayName("R2.13 year and class said on the page → in the reviewer's view and in the index")
    void saidOnThePage() {
        givenRound();
        Applicant applicant = givenApplicant();
        String id = givenDraft(applicant, CITY, "T01", "页面上写年份");
        applicant
                .client()
                .attach(id, "RESULT", "证书.pdf", samples.content("evidence.pdf"))
                .ok();
        String result = jdbc.sql("select id from material where application_id = :id and kind = 'RESULT'")
                .param("id", id)
                .query(String.class)
                .single();
        String page = "/portal/applications/" + id;

        Answer saved = new OfficerClient(base(), applicant.client().username(), "Testing-123")
                .withToken(page, "POST", page + "/materials/order", "class." + result + "=AWARD", FORM);
        applicant.client().submit(id, "key-" + id).ok();
        settle();

        assertThat(saved.status()).isEqualTo(302);
        assertThat(open(CITY, "/dossier/" + id).body()).contains("获奖", (year - 1) + " 年");
    }

    @Test
    @DisplayName("R2.11 seal not ticked in the form → not accepted, the seal is named; all ticked → accepted and kept")
    void seals() {
        givenRound();
        Submitted project = givenSubmitted(CITY, "T01", "核对盖章");

        Answer without = complete(
                CITY,
                "UserTask_AcceptApplication",
                taskOf(project.id()),
                Map.of("outcome", "ACCEPT", "creditRecord", "CLEAN", "points", "[\"FORM_SEAL\"]"));
        assertThat(without.body()).contains("承诺函已签字并加盖公章");
        assertThat(state(project.id())).isEqualTo(ApplicationState.SUBMITTED);

        complete(
                        CITY,
                        "UserTask_AcceptApplication",
                        taskOf(project.id()),
                        Map.of("outcome", "ACCEPT", "creditRecord", "CLEAN", "points", OfficerClient.ALL_POINTS))
                .ok();

        assertThat(state(project.id())).isEqualTo(ApplicationState.ACCEPTED);
        assertThat(open(CITY, "/dossier/" + project.id()).body()).contains("受理时核对的签字盖章", "申报书已加盖公章", "优先条件与名单对照");
        assertThat(jdbc.sql("select count(*) from record_entry where action = 'application.points' and subject = :id")
                        .param("id", project.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("R4.3 page of a round → the plan with its lights; page of projects alike → open to the ministry only")
    void pages() {
        givenRound();

        assertThat(open("dept-44", "/desk/deadlines/" + round).body())
                .contains("倒排计划", "初审", "寄送")
                .containsPattern("[绿黄红]：");
        assertThat(open("ministry", "/desk/alike/" + round).body()).contains("没有待认定的项目");
        assertThat(open("dept-44", "/desk/alike/" + round).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("R4.5 year whose holidays are not entered → the operator's start page asks for it")
    void calendar() {
        givenFreshYear();

        assertThat(open("operator", "/").body()).contains("年的放假和补班安排尚未录入");
        assertThat(open(CITY, "/").body()).doesNotContain("年的放假和补班安排尚未录入");
    }

    private String begun(Applicant applicant) {
        return applicant
                .client()
                .begin(Map.of("unit", CITY, "projectName", "审计年份"))
                .ok()
                .json()
                .get("id")
                .asText();
    }

    private Answer attach(Applicant applicant, String id, String name, String said) {
        return applicant.client().attach(id, "AUDIT_REPORT", name, said, attached.content("audit-report-1.pdf"));
    }

    private Answer open(String person, String page) {
        return officer(person).raw("GET", page, BodyPublishers.noBody(), "text/plain");
    }
}
