package cn.gdpilot.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sign-in form sent without a browser: two requests instead of two pages that are drawn. */
final class SignedInCookies {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;
    private final URI form;

    private SignedInCookies(URI base) {
        this.http = HttpClient.newBuilder().cookieHandler(cookies).build();
        this.form = base.resolve("/login");
    }

    /** The cookies of a new session of that person. */
    static List<HttpCookie> of(URI base, String username, String password) {
        SignedInCookies session = new SignedInCookies(base);
        session.signIn(username, password);
        return session.cookies.getCookieStore().getCookies();
    }

    private void signIn(String username, String password) {
        Matcher token = CSRF.matcher(send(HttpRequest.newBuilder(form).build()).body());
        if (!token.find()) {
            throw new AssertionError("The sign-in form has no CSRF token");
        }
        String fields = "username=%s&password=%s&_csrf=%s"
                .formatted(encoded(username), encoded(password), encoded(token.group(1)));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(form)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build());
        String next = answer.headers().firstValue("Location").orElse("");
        if (next.isEmpty() || next.contains("/login")) {
            throw new AssertionError(username + " could not sign in: " + answer.statusCode() + " " + next);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
