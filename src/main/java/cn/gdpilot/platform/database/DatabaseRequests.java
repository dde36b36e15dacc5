package cn.gdpilot.platform.database;

import cn.gdpilot.domain.text.Texts;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Stands before all else. Answers with 503 and the time of the next try where the database gives no answer: at once
 * while it is known to be away, else when the request has given up waiting. The number in the answer stands in the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseRequests extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseRequests.class);
    private static final int SECONDS_UNTIL_NEXT_TRY = 5;
    private static final Pattern WITHOUT_DATABASE =
            Pattern.compile("/actuator/.*|/assets/.*|/webjars/.*|/favicon\\.ico");
    private static final Pattern ENGINE = Pattern.compile("/(camunda/api|engine-rest)(/.*)?");

    private final DatabasePresence presence;
    private final DatabaseLimits limits;
    private final List<PathPattern> longReads;
    private final ObjectMapper json;

    DatabaseRequests(DatabasePresence presence, DatabaseLimits limits, ObjectMapper json) {
        this.presence = presence;
        this.limits = limits;
        this.longReads = limits.longReads().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (presence.isAway()
                && !response.isCommitted()
                && !WITHOUT_DATABASE.matcher(request.getRequestURI()).matches()) {
            answer(request, response, "known to be away");
            return;
        }
        if (!isLongRead(request)) {
            RequestThread.begin(new RequestTime(limits.request(), response::isCommitted));
        }
        try {
            chain.doFilter(request, new AwayResponse(response, presence, SECONDS_UNTIL_NEXT_TRY));
        } catch (IOException | ServletException | RuntimeException failure) {
            if (!DatabaseFailure.isOne(failure) || response.isCommitted()) {
                throw failure;
            }
            answer(request, response, failure.toString());
        } finally {
            RequestThread.end();
        }
    }

    /** A search through the whole record, for instance, could never succeed within the limit of other pages. */
    private boolean isLongRead(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length()));
        return HttpMethod.GET.matches(request.getMethod())
                && longReads.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, String why) throws IOException {
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.warn(
                "Failure {}: the database does not answer, 503 for {} {}: {}",
                number,
                request.getMethod(),
                request.getRequestURI(),
                why);
        response.reset();
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setIntHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_NEXT_TRY);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'self'");
        String words = Texts.of("database.away", number);
        if (ENGINE.matcher(request.getRequestURI()).matches()) {
            write(
                    response,
                    MediaType.APPLICATION_JSON_VALUE,
                    json.writeValueAsString(Map.of("type", "Unavailable", "message", words)));
        } else if (request.getRequestURI().startsWith("/api/")) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, words);
            problem.setTitle(Texts.of("problem.UNAVAILABLE"));
            write(response, MediaType.APPLICATION_PROBLEM_JSON_VALUE, json.writeValueAsString(problem));
        } else {
            write(response, MediaType.TEXT_HTML_VALUE, Texts.of("database.page", words));
        }
    }

    private static void write(HttpServletResponse response, String type, String body) throws IOException {
        response.setContentType(type + ";charset=UTF-8");
        response.getWriter().write(body);
    }
}
