package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.identity.SignInLock;
import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.journey.Journey;
import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who gets in, with what password, and for how long. */
@Tag("engine")
class SignInTest extends Journey {

    private static final String RIGHT = "Lantern-River-7";
    private static final String TASKLIST = "/camunda/api/engine/engine/default/task/count";

    @Autowired
    IdentityService identity;

    @Autowired
    SignInLock lock;

    @BeforeEach
    void forgetWrongTries() {
        jdbc.sql("delete from sign_in_failure").update();
    }

    @ParameterizedTest
    @CsvSource({
        "Ab1-short, 须为 10 至",
        "onlylowercase, 至少三种",
        "1q2w3e4r5t, 至少三种",
        "Weak-91440101ma9999999, 用户名",
    })
    @DisplayName("a weak password is refused at registration and the sentence says what is missing")
    void weakPasswords(String password, String words) {
        ApplicantClient client = new ApplicantClient(base(), "91440101ma9999999", password);
        Answer answer = client.register(Map.of(
                "creditCode",
                "91440101MA59UQ1Q2X".substring(0, 17) + CreditCode.checkCharacter("91440101MA59UQ1Q2"),
                "name",
                "测试单位",
                "applicantType",
                "INDUSTRIAL",
                "city",
                "广州市",
                "contactName",
                "联系人",
                "contactPhone",
                "020-12345678",
                "contactEmail",
                "weak@example.org",
                "username",
                "91440101ma9999999",
                "password",
                password));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).contains(words);
    }

    @Test
    @DisplayName("after five wrong tries even the right password is refused, for fifteen minutes, with the same words")
    void locked() {
        String officer = givenOfficer("city-440100");
        String first = signIn(officer, "wrong");
        for (int i = 0; i < 4; i++) {
            signIn(officer, "wrong");
        }

        String locked = signIn(officer, RIGHT);
        assertThat(locked).isEqualTo(first);
        assertThat(signIn("nobody-at-all", "wrong")).isEqualTo(first);

        engineClock.moveTo(clock.now().plusSeconds(15 * 60 + 1));
        assertThat(signIn(officer, RIGHT)).isNotEqualTo(first);
    }

    @Test
    @DisplayName("strangers' wrong tries from everywhere do not lock the officer out of the usual place")
    void strangersDoNotLockOut() {
        String officer = givenOfficer("city-440100");
        lock.succeeded(officer, "10.0.0.8");

        for (int i = 0; i < 200; i++) {
            lock.failed(officer, "203.0.113." + i);
        }

        assertThat(lock.isLocked(officer, "10.0.0.8")).isFalse();
        assertThat(lock.isLocked(officer, "198.51.100.1")).isTrue();
    }

    @Test
    @DisplayName("the engine's own lock does not answer the sign-in")
    void engineDoesNotLock() {
        String officer = givenOfficer("city-440100");
        for (int i = 0; i < 12; i++) {
            identity.checkPassword(officer, "wrong");
        }

        assertThat(new OfficerClient(base(), officer, RIGHT)
                        .send("GET", TASKLIST, null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("a session ends at once when a group is taken away")
    void groupTakenAway() {
        String officer = givenOfficer("city-440100");
        OfficerClient client = new OfficerClient(base(), officer, RIGHT);
        assertThat(client.send("GET", TASKLIST, null).status()).isEqualTo(200);

        identity.deleteMembership(officer, "city-440100");

        assertThat(client.send("GET", TASKLIST, null).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("a session ends at once when the account is deleted")
    void accountDeleted() {
        String officer = givenOfficer("city-440100");
        OfficerClient client = new OfficerClient(base(), officer, RIGHT);

        identity.deleteUser(officer);

        assertThat(client.send("GET", TASKLIST, null).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("a password that somebody else chose must be changed before anything else")
    void firstSignIn() {
        String officer = "officer" + UUID.randomUUID().toString().substring(0, 8);
        store(officer, RIGHT, "city-440100");
        OfficerClient client = new OfficerClient(base(), officer, RIGHT);

        assertThat(client.send("GET", TASKLIST, null).status()).isEqualTo(302);
        client.submitPage(
                "/account/password", Map.of("old", RIGHT, "wanted", "Mountain-Pass-9", "repeated", "Mountain-Pass-9"));

        assertThat(new OfficerClient(base(), officer, "Mountain-Pass-9")
                        .send("GET", TASKLIST, null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("a password does not come back within five changes")
    void notTheLastFive() {
        String officer = givenOfficer("city-440100");
        OfficerClient client = new OfficerClient(base(), officer, RIGHT);
        client.submitPage(
                "/account/password", Map.of("old", RIGHT, "wanted", "Mountain-Pass-9", "repeated", "Mountain-Pass-9"));

        Answer back = new OfficerClient(base(), officer, "Mountain-Pass-9")
                .submitPage("/account/password", Map.of("old", "Mountain-Pass-9", "wanted", RIGHT, "repeated", RIGHT));

        assertThat(back.body()).contains("最近 5 次");
    }

    @Test
    @DisplayName("stored passwords are PBKDF2 with the iterations in their name")
    void hashes() {
        String officer = givenOfficer("city-440100");

        assertThat(jdbc.sql("select pwd_ from act_id_user where id_ = :id")
                        .param("id", officer)
                        .query(String.class)
                        .single())
                .startsWith("{gdpilot}{pbkdf2-")
                .doesNotContain(RIGHT);
    }

    /** An officer who has chosen the password. */
    private String givenOfficer(String group) {
        String name = "officer" + UUID.randomUUID().toString().substring(0, 8);
        store(name, RIGHT, group);
        String hash = jdbc.sql("select pwd_ from act_id_user where id_ = :id")
                .param("id", name)
                .query(String.class)
                .single();
        jdbc.sql("insert into own_password (account, hash, chosen_at) values (:account, :hash, current_timestamp)")
                .param("account", name)
                .param("hash", hash.replace("{gdpilot}", ""))
                .update();
        return name;
    }

    private void store(String name, String password, String group) {
        User user = identity.newUser(name);
        user.setPassword(password);
        identity.saveUser(user);
        identity.createMembership(name, group);
    }

    /** Where the sign-in page sends to: the start page, or back with an error. */
    private String signIn(String name, String password) {
        Answer answer = new ApplicantClient(base(), name, password)
                .call("GET", "/api/applications/none", BodyPublishers.noBody());
        return answer.status() + answer.body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }
}
