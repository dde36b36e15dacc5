package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.journey.Journey;
import cn.gdpilot.rehearsal.OfficerClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** Contacts: told what for, corrected and taken away by their owner, erased in time, never in a log. */
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataTest extends Journey {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalDataTest.class);

    @Autowired
    Rounds rounds;

    @Autowired
    ScheduledTaskHolder schedule;

    @Test
    @DisplayName("who registers reads before typing what contacts are used for")
    void notice() {
        OfficerClient stranger = OfficerClient.nobody(base());

        assertThat(stranger.send("GET", "/register", null).body()).contains("/privacy");
        assertThat(stranger.send("GET", "/privacy", null).body()).contains("用来做什么", "3 年", "您的权利");
    }

    @Test
    @DisplayName("an applicant corrects the contact and takes the own data away, and nobody else's")
    void ownData() {
        Applicant one = givenApplicant();
        Applicant other = givenApplicant();
        OfficerClient browser = new OfficerClient(base(), one.client().username(), "Testing-123");

        browser.submitPage(
                "/portal/data",
                Map.of("contactName", "新联系人", "contactPhone", "020-87654321", "contactEmail", "new@example.org"));
        String data = browser.send("GET", "/portal/data/export.json", null).body();

        assertThat(data)
                .contains("新联系人", "020-87654321", "new@example.org")
                .doesNotContain(other.client().username());
    }

    @Test
    @DisplayName("a malformed correction is refused and what was typed stays")
    void malformed() {
        OfficerClient browser =
                new OfficerClient(base(), givenApplicant().client().username(), "Testing-123");

        String page = browser.submitPage(
                        "/portal/data",
                        Map.of("contactName", "新联系人", "contactPhone", "电话", "contactEmail", "new@example.org"))
                .body();

        assertThat(page).contains("未能办理", "value=\"新联系人\"", "value=\"电话\"");
    }

    @Test
    @DisplayName("contacts are erased when they were kept long enough: application, versions, letters; a proof stays")
    void erased() {
        givenRound();
        Submitted project = givenSubmitted("city-440100", "T01", "到期删除");
        settle();
        String before = snapshot(project.id());
        nightly();
        assertThat(snapshot(project.id())).isEqualTo(before).contains("@");

        engineClock.moveTo(rounds.get(round)
                .ministryDeadline()
                .atZone(PilotClock.GUANGDONG)
                .plusYears(3)
                .toInstant());
        nightly();

        assertThat(snapshot(project.id())).doesNotContain("@").contains("到期删除");
        assertThat(jdbc.sql("select contact_name || contact_phone || contact_email from application where id = :id")
                        .param("id", project.id())
                        .query(String.class)
                        .single())
                .isEmpty();
        String receipt = jdbc.sql("select number from receipt where application_id = :id")
                .param("id", project.id())
                .query(String.class)
                .single();
        assertThat(project.applicant()
                        .client()
                        .call("GET", "/api/receipts/" + receipt, BodyPublishers.noBody())
                        .json()
                        .get("genuine")
                        .asBoolean())
                .as("the receipt of what has been erased")
                .isTrue();
        assertThat(count("outbox where round_id = '" + round + "' and state <> 'WAITING' and recipient <> ''"))
                .isZero();
        assertThat(count("contact_erasure where round_id = '" + round + "' and applications >= 1 and versions >= 1"))
                .isOne();
        assertThat(count("record_entry where action = 'contacts.erased' and subject = '" + round + "'"))
                .isOne();
    }

    @Test
    @DisplayName("no address and no telephone number reaches the log, not even in a library's exception")
    void logs(CapturedOutput output) {
        LOG.warn(
                "Mail to li.wei+pilot@sub.example.org of 13800138000, 020-12345678",
                new IllegalStateException("wang@example.org refused"));

        assertThat(output.toString())
                .contains("Mail to ***", "IllegalStateException")
                .doesNotContain("li.wei", "13800138000", "020-12345678", "wang@example.org");
        assertThat(output.toString().split("IllegalStateException", -1))
                .as("the exception is printed once")
                .hasSize(2);
    }

    @Test
    @DisplayName("words from outside begin no line of the log and steer no terminal")
    void forgedLines(CapturedOutput output) {
        String forged =
                "x\r\n2026-11-30T08:00:00.000+08:00  WARN 1 --- [main] forged\rforged again\u001b[2J\u2028forged";
        LOG.warn("Refused {}", forged, new IllegalStateException(forged));

        assertThat(output.toString())
                .contains("Refused x\r\n  | 2026", "IllegalStateException: x\r\n  | 2026", "\n  | \tat ")
                .doesNotContain("\n2026-11-30T08:00:00.000", "\rforged", "\u001b", "\u2028");
    }

    private void nightly() {
        schedule.getScheduledTasks().stream()
                .filter(task -> task.toString().contains("ContactErasure"))
                .forEach(task -> task.getTask().getRunnable().run());
    }

    private String snapshot(String application) {
        return jdbc.sql("select content from application_snapshot where application_id = :id")
                .param("id", application)
                .query(String.class)
                .single();
    }

    private int count(String where) {
        return jdbc.sql("select count(*) from " + where).query(Integer.class).single();
    }
}
