package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import cn.gdpilot.security.StandInProvider.Lie;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Officers sign in at a provider that the settings name; what they may do is said here. */
public abstract class ProviderSignIn extends StrictSignIn {

    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";

    @Test
    @DisplayName("an officer whom the provider names works with the groups that the account has here")
    void officer() {
        PROVIDER.says("city-440100");
        OfficerClient person = OfficerClient.nobody(base());

        assertThat(signIn(person).location()).endsWith("/");
        assertThat(person.send("GET", TASKS, null).status()).isEqualTo(200);
        assertThat(person.send("GET", "/audit", null).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-here", "applicant-1", "' or 1=1 --"})
    @DisplayName("whom the provider names but no officer's account knows is not let in")
    void stranger(String name) {
        PROVIDER.says(name);
        OfficerClient person = OfficerClient.nobody(base());

        assertThat(signIn(person).location()).endsWith("/login?stranger");
        assertThat(person.send("GET", TASKS, null).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("a word that the provider did not sign is not believed")
    void forged() {
        PROVIDER.forges("camunda-admin");
        OfficerClient person = OfficerClient.nobody(base());

        thenRefused(person);
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("another issuer", (claims, signature) -> claims.issuer("http://127.0.0.1:1")),
                lie("no issuer", (claims, signature) -> claims.issuer(null)),
                lie("for another client", (claims, signature) -> claims.audience("another")),
                lie("for nobody", (claims, signature) -> claims.audience((String) null)),
                lie("to another question", (claims, signature) -> claims.claim("nonce", "another")),
                lie("to no question", (claims, signature) -> claims.claim("nonce", null)),
                lie(
                        "of yesterday",
                        (claims, signature) -> claims.issueTime(
                                        Date.from(Instant.now().minusSeconds(90_000)))
                                .expirationTime(Date.from(Instant.now().minusSeconds(86_400)))),
                lie("without an end", (claims, signature) -> claims.expirationTime(null)),
                lie("without a subject", (claims, signature) -> claims.subject(null)),
                lie("not signed", (claims, signature) -> signature.none = true),
                lie(
                        "signed with the public key as a secret",
                        (claims, signature) -> signature.publicKeyAsSecret = true));
    }

    private static Arguments lie(String name, Lie how) {
        return Arguments.of(Named.of(name, how));
    }

    @ParameterizedTest
    @MethodSource("lies")
    @DisplayName("a word that is not for this client, this question and this moment is not believed")
    void lied(Lie how) {
        PROVIDER.lies("camunda-admin", how);

        thenRefused(OfficerClient.nobody(base()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "CITY-440100", "city-440100 ", "city\u2010440100", "city-440100\u0000", "[city-440100]"
            })
    @DisplayName("an account is named exactly or not at all")
    void almost(String name) {
        PROVIDER.says(name);
        OfficerClient person = OfficerClient.nobody(base());

        assertThat(signIn(person).location()).endsWith("/login?stranger");
        assertThat(person.send("GET", TASKS, null).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("groups that the provider claims give nothing")
    void claimedGroups() {
        PROVIDER.lies(
                "city-440100",
                (claims, signature) -> claims.claim("groups", List.of("auditor", "camunda-admin"))
                        .claim("roles", List.of("auditor"))
                        .claim("scope", "auditor"));
        OfficerClient person = OfficerClient.nobody(base());
        signIn(person);

        assertThat(person.send("GET", "/audit", null).status()).isEqualTo(403);
        assertThat(person.send("GET", "/models", null).status()).isEqualTo(403);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                answer("a failure", exchange -> {
                    exchange.sendResponseHeaders(500, -1);
                    exchange.close();
                }),
                answer("nothing", exchange -> StandInProvider.json(exchange, "")),
                answer("nonsense", exchange -> StandInProvider.json(exchange, "<html>")),
                answer("no word", exchange -> StandInProvider.json(exchange, "{\"access_token\":\"x\"}")),
                answer(
                        "a word that is none",
                        exchange -> StandInProvider.json(exchange, StandInProvider.token("a.b.c"))),
                answer(
                        "more than anybody reads",
                        exchange -> StandInProvider.json(exchange, StandInProvider.token("x".repeat(3 << 20)))),
                answer("a page elsewhere", exchange -> {
                    exchange.getResponseHeaders().add("Location", "file:///etc/passwd");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                }));
    }

    private static Arguments answer(String name, HttpHandler how) {
        return Arguments.of(Named.of(name, how));
    }

    @ParameterizedTest
    @MethodSource("answers")
    @DisplayName("a provider that answers nonsense lets nobody in and breaks nothing")
    void nonsense(HttpHandler how) {
        PROVIDER.answers(how);

        thenRefused(OfficerClient.nobody(base()));
    }

    @Test
    @DisplayName("a provider that never ends its answer is given up, and says so with a number")
    void hanging() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        PROVIDER.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try {
                while (!over.await(1, TimeUnit.SECONDS)) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        OfficerClient person = OfficerClient.nobody(base());

        String back = thenRefused(person);

        over.countDown();
        String number = back.replaceFirst(".*provider=", "");
        assertThat(person.send("GET", back.replaceFirst("^http://[^/]+", ""), null)
                        .body())
                .contains("（编号 <span>" + number + "</span>）");
    }

    @Test
    @DisplayName("an answer that this browser did not ask for opens nothing: nobody signs another in")
    void notAsked() {
        PROVIDER.says("city-440100");
        OfficerClient intruder = OfficerClient.nobody(base());
        String answer = back(intruder);
        OfficerClient victim = OfficerClient.nobody(base());

        assertThat(victim.send("GET", answer, null).location()).contains("/login?provider=");
        assertThat(victim.send("GET", TASKS, null).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("an answer opens once")
    void twice() {
        PROVIDER.says("city-440100");
        OfficerClient person = OfficerClient.nobody(base());
        String answer = back(person);
        person.send("GET", answer, null);

        assertThat(person.send("GET", answer, null).location()).contains("/login?provider=");
    }

    @Test
    @DisplayName("words that come by the browser reach neither page nor record")
    void wordsOfTheBrowser() {
        OfficerClient person = OfficerClient.nobody(base());
        String answer = back(person);
        String state = answer.replaceFirst(".*state=", "");
        int before = refusals();

        Answer refused = person.send(
                "GET",
                "/login/oauth2/code/office?error=%3Cscript%3E%0Aforged&error_description=%3Cscript%3E&state=" + state,
                null);

        assertThat(refused.location()).matches(".*/login\\?provider=[0-9a-f]{8}");
        assertThat(refusals()).isEqualTo(before + 1);
        assertThat(jdbc.sql("select grounds from record_entry order by seq desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("provider: other");
        assertThat(person.send("GET", "/login?provider=%3Cscript%3Ealert(1)%3C/script%3E", null)
                        .body())
                .doesNotContain("<script>alert");
    }

    private int refusals() {
        return jdbc.sql("select count(*) from record_entry where action = 'sign-in.refused'")
                .query(Integer.class)
                .single();
    }

    /** Back at our page with a number, nobody signed in, and a line in the record. */
    private String thenRefused(OfficerClient person) {
        int before = refusals();
        String location = signIn(person).location();
        assertThat(location).matches(".*/login\\?provider=[0-9a-f]{8}");
        assertThat(person.send("GET", TASKS, null).status()).isEqualTo(401);
        assertThat(refusals()).isEqualTo(before + 1);
        return location;
    }

    @Test
    @DisplayName("the provider's word does not replace the second factor")
    void secondFactor() {
        PROVIDER.says("city-440100-lead");
        OfficerClient person = OfficerClient.nobody(base());
        signIn(person);

        assertThat(person.send("GET", TASKS, null).location()).endsWith("/account/second-factor");
    }

    @Test
    @DisplayName("the sign-in page offers the provider by its name")
    void offered() {
        assertThat(OfficerClient.nobody(base()).send("GET", "/login", null).body())
                .contains("用统一身份认证登录");
    }

    /** From our page to the provider and back, as a browser is sent. */
    private Answer signIn(OfficerClient person) {
        return person.send("GET", back(person), null);
    }

    /** Where the provider sends the browser back to. */
    private String back(OfficerClient person) {
        String toProvider =
                person.send("GET", "/oauth2/authorization/office", null).location();
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(toProvider)).build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow()
                    .replaceFirst("^http://[^/]+", "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
