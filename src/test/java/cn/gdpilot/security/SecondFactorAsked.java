package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.rehearsal.ApplicantClient;
import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second factor for those who sign and those who administer. */
public abstract class SecondFactorAsked extends StrictSignIn {

    private static final String LEAD = "city-440100-lead";
    private static final String PAGE = "/account/second-factor";
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";
    private static final Pattern SECRET = Pattern.compile("密钥：<code>([A-Z2-7 ]+)</code>");
    private static final Pattern RECOVERY = Pattern.compile("<li><code>([A-Z2-7-]{19})</code>");

    @BeforeEach
    void nobodyHasOne() {
        jdbc.sql("delete from second_factor").update();
        jdbc.sql("delete from recovery_code").update();
        jdbc.sql("delete from sign_in_failure").update();
    }

    @Test
    @DisplayName("who signs must set one up before anything else")
    void compulsory() {
        OfficerClient lead = signIn(LEAD);

        assertThat(lead.send("GET", TASKS, null).location()).endsWith(PAGE);
        assertThat(lead.send("GET", "/", null).location()).endsWith(PAGE);
        assertThat(lead.send("GET", "/account/password", null).location()).endsWith(PAGE);
    }

    @Test
    @DisplayName("who only handles works without one")
    void optional() {
        assertThat(signIn("city-440100").send("GET", TASKS, null).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("a code from the phone ends the setting up and opens the session")
    void setUp() {
        OfficerClient lead = signIn(LEAD);
        Answer done = setUp(lead);

        assertThat(done.body()).contains("备用码");
        assertThat(lead.send("GET", TASKS, null).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("the next sign-in asks for a code, and a code opens once")
    void codeOpensOnce() {
        OfficerClient first = signIn(LEAD);
        String secret = secret(first);
        String used = code(secret, 0);
        first.submitPage(PAGE, Map.of("code", used));

        OfficerClient second = signIn(LEAD);
        assertThat(second.send("GET", TASKS, null).location()).endsWith(PAGE);
        assertThat(second.submitPage(PAGE, Map.of("code", used)).body()).contains("验证码不正确或已经用过");
        assertThat(second.submitPage(PAGE, Map.of("code", code(secret, 1))).location())
                .endsWith("/");
        assertThat(second.send("GET", TASKS, null).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("a recovery code opens in place of the phone, once")
    void recovery() {
        Matcher codes = RECOVERY.matcher(setUp(signIn(LEAD)).body());
        assertThat(codes.find()).isTrue();
        String code = codes.group(1);

        assertThat(signIn(LEAD).submitPage(PAGE, Map.of("code", code)).location())
                .endsWith("/");
        assertThat(signIn(LEAD).submitPage(PAGE, Map.of("code", code)).body()).contains("验证码不正确或已经用过");
    }

    @Test
    @DisplayName("five wrong codes close the way for a while, even for the right one")
    void guessing() {
        OfficerClient lead = signIn(LEAD);
        String secret = secret(lead);
        for (int i = 0; i < 5; i++) {
            lead.submitPage(PAGE, Map.of("code", "00000" + i));
        }

        assertThat(lead.submitPage(PAGE, Map.of("code", code(secret, 0))).body())
                .contains("请等 30 秒后再试");
        assertThat(lead.send("GET", TASKS, null).location()).endsWith(PAGE);
    }

    @Test
    @DisplayName("a password alone does not open the engine's API to an administrator")
    void restApi() {
        Answer answer = new ApplicantClient(base(), "camunda-admin", "demo")
                .call("GET", "/engine-rest/task/count", BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("第二验证");
    }

    @Test
    @DisplayName("the database alone does not give the secret away")
    void encrypted() {
        OfficerClient lead = signIn(LEAD);
        String secret = secret(lead);

        assertThat(jdbc.sql("select secret from second_factor")
                        .query(String.class)
                        .single())
                .doesNotContain(secret)
                .doesNotContain(Base64.getEncoder().encodeToString(new Base32().decode(secret)));
    }

    @Test
    @DisplayName("the second factor of one account does not open another's session in the same browser")
    void sameBrowser() {
        OfficerClient lead = signIn(LEAD);
        setUp(lead);

        lead.submitPage("/login", Map.of("username", "dept-44-lead", "password", "demo"));

        assertThat(lead.send("GET", TASKS, null).location()).endsWith(PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /",
                "GET /dossier/GD2027-00001",
                "GET /desk/recommendations",
                "GET /account/password",
                "GET /camunda/app/tasklist/default/",
                "GET /camunda/api/engine/engine/default/task",
                "POST /camunda/api/engine/engine/default/task",
                "GET /camunda/api/cockpit/plugin/base/default/process-instance",
                "GET /mailbox",
                "GET /audit",
                "GET /accounts",
                "GET /models",
                "GET /api/applications"
            })
    @DisplayName("while a code is owed, nothing but the page that asks for it opens")
    void nothingElseOpens(String call) {
        setUp(signIn(LEAD));
        OfficerClient half = signIn(LEAD);
        String[] parts = call.split(" ");

        Answer answer = half.send(parts[0], parts[1], parts[0].equals("POST") ? Map.of() : null);

        assertThat(answer.status()).isIn(302, 401, 403);
        assertThat(answer.location()).matches(location -> location == null || location.endsWith(PAGE), "to the page");
    }

    @Test
    @DisplayName("a recovery code that two use at once opens once")
    void recoveryAtOnce() throws Exception {
        Matcher codes = RECOVERY.matcher(setUp(signIn(LEAD)).body());
        assertThat(codes.find()).isTrue();
        List<OfficerClient> two = List.of(signIn(LEAD), signIn(LEAD));
        two.forEach(one -> one.send("GET", PAGE, null));

        List<String> bodies = atOnce(two.stream()
                .<Callable<String>>map(one -> () -> String.valueOf(
                        one.submitPage(PAGE, Map.of("code", codes.group(1))).location()))
                .toList());

        assertThat(bodies).filteredOn(location -> location.endsWith("/")).hasSize(1);
    }

    @Test
    @DisplayName("a colleague's recovery code and a colleague's phone open nothing")
    void colleagues() {
        OfficerClient colleague = signIn("dept-44-lead");
        String secret = secret(colleague);
        Matcher codes = RECOVERY.matcher(
                colleague.submitPage(PAGE, Map.of("code", code(secret, 0))).body());
        assertThat(codes.find()).isTrue();
        setUp(signIn(LEAD));

        for (String foreign : List.of(codes.group(1), code(secret, 1))) {
            assertThat(signIn(LEAD).submitPage(PAGE, Map.of("code", foreign)).body())
                    .contains("验证码不正确或已经用过");
        }
    }

    @Test
    @DisplayName("a factor that is on shows its secret no more, to the half-open session least of all")
    void shownOnce() {
        OfficerClient lead = signIn(LEAD);
        String secret = secret(lead);
        lead.submitPage(PAGE, Map.of("code", code(secret, 0)));

        assertThat(lead.send("GET", PAGE, null).body().replace(" ", "")).doesNotContain(secret);
        assertThat(signIn(LEAD).send("GET", PAGE, null).body().replace(" ", "")).doesNotContain(secret);
    }

    private OfficerClient signIn(String account) {
        return new OfficerClient(base(), account, "demo");
    }

    private static Answer setUp(OfficerClient person) {
        return person.submitPage(PAGE, Map.of("code", code(secret(person), 0)));
    }

    private static String secret(OfficerClient person) {
        Matcher shown = SECRET.matcher(person.send("GET", PAGE, null).body());
        assertThat(shown.find()).isTrue();
        return shown.group(1).replace(" ", "");
    }

    /** What the phone shows, some steps from now. */
    private static String code(String secret, int steps) {
        try {
            TimeBasedOneTimePasswordGenerator phone = new TimeBasedOneTimePasswordGenerator();
            return phone.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(secret), phone.getAlgorithm()),
                    Instant.now().plusSeconds(30L * steps));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
