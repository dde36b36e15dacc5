package cn.gdpilot.platform.engine.guard;

import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.WritableText;
import cn.gdpilot.platform.web.RefusalRecord;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before Camunda's web API. Lets through what its pages really call ({@code engine/calls.txt}), and of that refuses
 * what nobody here needs and what has been used to break in: the set-up page's user creation (CVE-2026-77226), attachments,
 * variables as files, expressions in queries (CVE-2026-109432), large bodies, odd paths. What it refuses is recorded.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class HttpFence extends OncePerRequestFilter {

    private static final int LARGEST_BODY = 256 * 1024;
    static final int LARGEST_DEPLOYMENT = 16 * 1024 * 1024;
    private static final Pattern GUARDED = Pattern.compile("^/(camunda(/|$)|engine-rest(/|$)).*");
    private static final Pattern ODD =
            Pattern.compile(".*(;|//|\\\\|/\\.|%2e|%2f|%5c|%25|%00).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEVER = Pattern.compile(
            ".*/(setup(/.*)?|attachment(/.*)?|variables/[^/]+/data|localVariables/[^/]+/data|modifications|schema/log)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DEPLOYMENT = Pattern.compile("^/engine-rest(/engine/[a-z-]+)?/deployment/create$");
    private static final Pattern NUL = Pattern.compile("%00");
    private static final JsonFactory JSON = new JsonFactory();

    private final EngineCalls calls = EngineCalls.load();
    private final RefusalRecord refusals;
    private final boolean up;

    HttpFence(RefusalRecord refusals, @Value("${pilot.engine.fence}") boolean up) {
        this.refusals = refusals;
        this.up = up;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !up || !isEngineAddress(request);
    }

    /** True if the server takes the address for one of the engine's pages or APIs, in whatever way it was written. */
    static boolean isEngineAddress(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return isPlain(request)
                || GUARDED.matcher(request.getServletPath() + (rest == null ? "" : rest))
                        .matches();
    }

    private static boolean isPlain(HttpServletRequest request) {
        return GUARDED.matcher(request.getRequestURI()).matches();
    }

    /** True for the address to which files are deployed. */
    static boolean isDeployment(String path) {
        return DEPLOYMENT.matcher(path).matches();
    }

    /** True if the fence is up and no call of that method and address ever passes it. */
    boolean refusesAlways(String method, String path) {
        return up && (ODD.matcher(path).matches() || NEVER.matcher(path).matches() || !calls.allows(method, path));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (!isPlain(request)
                || ODD.matcher(path).matches()
                || NEVER.matcher(path).matches()) {
            refuse(request, response, HttpServletResponse.SC_NOT_FOUND);
        } else if (!calls.allows(request.getMethod(), path) || isForeign(request) || queryHasExpression(request)) {
            refuse(request, response, HttpServletResponse.SC_FORBIDDEN);
        } else {
            passBody(request, response, chain, isDeployment(path));
        }
    }

    /** A page of another origin writes here with this browser's password: no page of ours does that. */
    private static boolean isForeign(HttpServletRequest request) {
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site")) && !"GET".equals(request.getMethod());
    }

    private static boolean queryHasExpression(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null
                && Pattern.compile("Expression(%|=|\\[)").matcher(query).find();
    }

    private void passBody(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean deployment)
            throws ServletException, IOException {
        int largest = deployment ? LARGEST_DEPLOYMENT : LARGEST_BODY;
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        String type = String.valueOf(request.getContentType());
        Content content = deployment ? Content.GOOD : content(request.getQueryString(), body);
        if (body.length > largest) {
            String words = deployment ? new DeploymentUpload(type, body).tooLarge(largest) : Texts.of("guard.request");
            refuse(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, words);
        } else if (!deployment && type.startsWith("multipart/") || content == Content.EXPRESSION) {
            refuse(request, response, HttpServletResponse.SC_FORBIDDEN);
        } else if (content == Content.UNWRITABLE) {
            refuse(request, response, HttpServletResponse.SC_BAD_REQUEST, Texts.of("text.unwritable"));
        } else {
            chain.doFilter(new BufferedRequest(request, body), response);
        }
    }

    /** What is no JSON has no keys and no texts, and the API refuses it itself. */
    private static Content content(String query, byte[] body) {
        boolean isWritable = query == null || !NUL.matcher(query).find();
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().endsWith("Expression")) {
                    return Content.EXPRESSION;
                }
                isWritable &= token != JsonToken.FIELD_NAME && token != JsonToken.VALUE_STRING
                        || WritableText.is(parser.getText());
            }
        } catch (IOException noJson) {
            return isWritable ? Content.GOOD : Content.UNWRITABLE;
        }
        return isWritable ? Content.GOOD : Content.UNWRITABLE;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        refuse(request, response, status, Texts.of("guard.request"));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, String words)
            throws IOException {
        refusals.write(request, status);
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream()
                .write(("{\"type\":\"Refused\",\"message\":\""
                                + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(words)) + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** What was found in a call. */
    private enum Content {
        GOOD,
        /** A key at any depth ends in "Expression". */
        EXPRESSION,
        /** Text that PostgreSQL does not take: it would be answered as a failure of the system. */
        UNWRITABLE
    }
}
