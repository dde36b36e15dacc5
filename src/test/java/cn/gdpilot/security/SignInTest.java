package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.journey.Journey;
import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
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
    @DisplayName(
            "five wrong tries → 429 with Retry-After even for the right password, until the wait is over; so for a name that nobody has")
    void slowedDown() {
        String officer = givenOfficer("city-440100");
        for (int i = 0; i < 5; i++) {
            assertThat(call(officer, "wrong").status()).isEqualTo(401);
            assertThat(call("nobody-at-all", "wrong").status()).isEqualTo(401);
        }

        for (String name : List.of(officer, "nobody-at-all")) {
            Answer slowed = call(name, RIGHT);
            assertThat(slowed.status()).isEqualTo(429);
            assertThat(slowed.retryAfter()).isEqualTo("30");
            assertThat(slowed.json().get("detail").asText()).contains("30 秒", "不受影响");
        }
        assertThat(jdbc.sql(
                                "select count(*) from record_entry where action = 'limit.refused' and grounds like 'sign-in:%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);

        engineClock.moveTo(clock.now().plusSeconds(31));
        assertThat(call(officer, RIGHT).status()).isEqualTo(403);
    }

    @Test
    @DisplayName(
            "others' wrong tries at an office's address → a device that has signed in before and a running session go on, another waits")
    void knownDeviceGoesOn() {
        String officer = givenOfficer("city-440100");
        OfficerClient usual = new OfficerClient(base(), officer, RIGHT);
        for (int i = 0; i < 5; i++) {
            call(officer, "wrong");
        }

        assertThat(usual.send("GET", TASKLIST, null).status()).isEqualTo(200);
        assertThat(call(officer, RIGHT).status()).isEqualTo(429);

        Answer again = usual.submitPage("/login", Map.of("username", officer, "password", RIGHT));
        assertThat(again.status()).isEqualTo(302);
        assertThat(again.location()).doesNotContain("error");
        assertThat(usual.send("GET", TASKLIST, null).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("sign-in page while it is slowed down → 429 with Retry-After")
    void slowedDownPage() {
        for (int i = 0; i < 5; i++) {
            call("city-440200", "wrong");
        }

        Answer answer = OfficerClient.nobody(base())
                .submitPage("/login", Map.of("username", "city-440200", "password", "demo"));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.retryAfter()).isEqualTo("30");
    }

    @Test
    @DisplayName("wrong old passwords on the page that changes it → after five it waits, too")
    void oldPasswordIsNotGuessed() {
        String officer = givenOfficer("city-440100");
        OfficerClient client = new OfficerClient(base(), officer, RIGHT);
        Map<String, String> guess = Map.of("old", "wrong", "wanted", "Mountain-Pass-9", "repeated", "Mountain-Pass-9");
        for (int i = 0; i < 5; i++) {
            assertThat(client.submitPage("/account/password", guess).body()).doesNotContain("请等 30 秒");
        }

        assertThat(client.submitPage("/account/password", guess).body()).contains("请等 30 秒");
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

    private Answer call(String name, String password) {
        return new ApplicantClient(base(), name, password)
                .call("GET", "/api/applications/none", BodyPublishers.noBody());
    }
}
