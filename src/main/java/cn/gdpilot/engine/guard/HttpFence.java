package cn.gdpilot.engine.guard;

import cn.gdpilot.wording.Texts;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before Camunda's web API. Lets through what its pages really call ({@code engine/calls.txt}), and of that refuses what nobody here needs and what has been used to break in: the set-up
 * page's user creation (CVE-2026-77226), attachments, variables as files, expressions in queries (CVE-2026-109432),
 * large bodies, odd paths.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HttpFence extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(HttpFence.class);
    private static final int LARGEST_BODY = 256 * 1024;
    private static final Pattern GUARDED = Pattern.compile("^/(camunda(/|$)|engine-rest(/|$)).*");
    private static final Pattern ODD = Pattern.compile(".*(;|//|\\\\|/\\.|%2e|%2f|%5c|%25|%00).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEVER = Pattern.compile(
            ".*/(setup(/.*)?|attachment(/.*)?|variables/[^/]+/data|localVariables/[^/]+/data|modifications|schema/log)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DEPLOYMENT = Pattern.compile("^/engine-rest(/engine/[a-z-]+)?/deployment/create$");
    private static final JsonFactory JSON = new JsonFactory();

    private final EngineCalls calls = EngineCalls.load();
    private final boolean up;

    HttpFence(@Value("${pilot.engine.fence}") boolean up) {
        this.up = up;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !up || !isEngineAddress(request.getRequestURI());
    }

    /** Whether the address is one of the engine's pages or APIs. */
    static boolean isEngineAddress(String path) {
        return GUARDED.matcher(path).matches();
    }

    /** Whether the fence is up and no call of that method and address ever passes it. */
    boolean refusesAlways(String method, String path) {
        return up && (ODD.matcher(path).matches() || NEVER.matcher(path).matches() || !calls.allows(method, path));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (ODD.matcher(path).matches() || NEVER.matcher(path).matches()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND, path);
        } else if (!calls.allows(request.getMethod(), path) || isForeign(request)) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, path);
        } else if (queryHasExpression(request)) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, path);
        } else if (DEPLOYMENT.matcher(path).matches()) {
            chain.doFilter(request, response);
        } else {
            passBody(request, response, chain);
        }
    }

    /** A page of another origin writes here with this browser's password: no page of ours does that. */
    private static boolean isForeign(HttpServletRequest request) {
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site")) && !"GET".equals(request.getMethod());
    }

    private static boolean queryHasExpression(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && Pattern.compile("Expression(%|=|\\[)").matcher(query).find();
    }

    private static void passBody(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        String type = String.valueOf(request.getContentType());
        if (body.length > LARGEST_BODY) {
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, request.getRequestURI());
        } else if (type.startsWith("multipart/")) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, request.getRequestURI());
        } else if (hasExpressionKey(body)) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, request.getRequestURI());
        } else {
            chain.doFilter(new BufferedRequest(request, body), response);
        }
    }

    /** True if any key at any depth ends in "Expression"; what is no JSON has no keys, and the API refuses it itself. */
    private static boolean hasExpressionKey(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().endsWith("Expression")) {
                    return true;
                }
            }
            return false;
        } catch (IOException noJson) {
            return false;
        }
    }

    private static void refuse(HttpServletResponse response, int status, String path) throws IOException {
        LOG.warn("Fence refused {} with {}", path.replaceAll("[^\\w/.-]", "?"), status);
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream()
                .write(("{\"type\":\"Refused\",\"message\":\"" + Texts.of("guard.request") + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
