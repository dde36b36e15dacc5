package cn.gdpilot.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.rehearsal.ApplicantClient;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The demo's mailbox: who reads a letter. */
class MailboxTest extends Journey {

    private Submitted project;

    @BeforeEach
    void receiptSent() {
        givenRound();
        project = givenSubmitted("city-440100", "T01", "按账号看信");
        postman.deliver();
    }

    @Test
    @DisplayName("letter to an applicant → shown to its account")
    void own() {
        assertThat(mailbox(project.applicant().client())).contains("<article").contains(project.id());
    }

    @Test
    @DisplayName("letter to an applicant → not shown to another who typed the same address")
    void sameAddress() {
        Applicant other = givenApplicant();
        jdbc.sql("update applicant set contact_email = (select contact_email from application where id = :id)")
                .param("id", project.id())
                .update();

        assertThat(mailbox(other.client())).contains("还没有邮件").doesNotContain(project.id());
    }

    @Test
    @DisplayName("letter to an office → shown to its people, and not to another's")
    void office() {
        assertThat(mailbox("city-440300")).contains("深圳市工业和信息化局：").doesNotContain("广州市工业和信息化局：", project.id());
    }

    @Test
    @DisplayName("any letter → shown to the engine's administrator")
    void administrator() {
        assertThat(mailbox("camunda-admin")).contains(project.id());
    }

    private String mailbox(String officer) {
        return mailbox(new ApplicantClient(base(), officer, PASSWORD));
    }

    private static String mailbox(ApplicantClient client) {
        return client.call("GET", "/mailbox", BodyPublishers.noBody(), "Accept", "text/html")
                .body();
    }
}
