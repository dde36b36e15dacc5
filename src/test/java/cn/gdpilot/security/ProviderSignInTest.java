package cn.gdpilot.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.rehearsal.HttpSession.Answer;
import cn.gdpilot.rehearsal.OfficerClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Officers sign in at a provider that the settings name; what they may do is said here. */
class ProviderSignInTest extends StrictSignIn {

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

        assertThat(signIn(person).location()).endsWith("/login?provider");
        assertThat(person.send("GET", TASKS, null).status()).isEqualTo(401);
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
        String toProvider =
                person.send("GET", "/oauth2/authorization/office", null).location();
        try {
            String back = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(toProvider)).build(), BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            return person.send("GET", back.replaceFirst("^http://[^/]+", ""), null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
