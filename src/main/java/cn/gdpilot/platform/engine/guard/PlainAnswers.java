package cn.gdpilot.platform.engine.guard;

import cn.gdpilot.domain.text.Texts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Failures of the engine's API in plain Chinese: its own words are English and name classes. They stay in the log, under
 * a number that the answer carries where the fault is not the caller's.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 2)
class PlainAnswers extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(PlainAnswers.class);
    private static final Pattern API = Pattern.compile("^/(camunda/api|engine-rest)/.*");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the engine takes for its own failure, though the input was at fault. */
    private static final Set<String> INPUT_FAULTS = Set.of(
            "NullPointerException",
            "NullValueException",
            "StreamConstraintsException",
            "InvalidRequestException",
            "IllegalArgumentException",
            "ClassCastException",
            "NotValidException",
            "RestException");

    /** Said by this application, or what a designer needs in order to mend a model. */
    private static final Set<String> KEPT = Set.of("Refused", "ParseException");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !API.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() >= HttpServletResponse.SC_BAD_REQUEST && answer.getContentSize() > 0) {
            retell(request, answer);
        }
        answer.copyBodyToResponse();
    }

    private static void retell(HttpServletRequest request, ContentCachingResponseWrapper answer) throws IOException {
        String said = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        String type = type(said);
        if (KEPT.contains(type)) {
            return;
        }
        int status = answer.getStatus() == 500 && INPUT_FAULTS.contains(type) ? 400 : answer.getStatus();
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.info(
                "Answer {} to {} {}: {} {}",
                number,
                request.getMethod(),
                plain(request.getRequestURI()),
                answer.getStatus(),
                plain(said));
        answer.resetBuffer();
        answer.setStatus(status);
        answer.setContentType("application/json;charset=UTF-8");
        answer.getOutputStream()
                .write(JSON.writeValueAsBytes(Map.of("type", "Refused", "message", words(status, number))));
    }

    private static String words(int status, String number) {
        return switch (status) {
            case 401, 403 -> Texts.of("guard.not-yours");
            case 404 -> Texts.of("guard.not-there");
            case 409 -> Texts.of("guard.changed");
            default -> status < 500 ? Texts.of("guard.request-wrong") : Texts.of("guard.failed", number);
        };
    }

    private static String type(String said) {
        try {
            JsonNode body = JSON.readTree(said);
            return body == null ? "" : body.path("type").asText();
        } catch (IOException noJson) {
            return "";
        }
    }

    /** One short line: what a caller sent must not write lines of its own into the log. */
    private static String plain(String text) {
        String line = text.replaceAll("[\\p{Cntrl}]", " ");
        return line.length() > 500 ? line.substring(0, 500) + "…" : line;
    }
}
