package cn.gdpilot.platform.web;

import cn.gdpilot.domain.identity.limit.SlowedDown;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Tells a program that it is not signed in, or may not do this, as problem details (RFC 9457) in Chinese. */
@Component
public class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;

    ApiRefusals(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof SlowedDown slowed) {
            slowed(response, slowed.refusal());
            return;
        }
        PasswordPrompt.ask(request, response);
        answer(response, HttpStatus.UNAUTHORIZED, "problem.UNAUTHORIZED", "api.sign-in");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        answer(response, HttpStatus.FORBIDDEN, "problem.FORBIDDEN", "api.forbidden");
    }

    /** Another site's page made the browser call. */
    void foreignPage(HttpServletResponse response) throws IOException {
        answer(response, HttpStatus.FORBIDDEN, "problem.FORBIDDEN", "api.foreign-page");
    }

    /** A file is sent as the body itself; this came in a form's envelope. */
    void envelope(HttpServletResponse response) throws IOException {
        answer(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "problem.INVALID", "upload.body");
    }

    private void slowed(HttpServletResponse response, Refusal refusal) throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(PageErrors.status(refusal), refusal.getMessage());
        problem.setTitle(Texts.of("problem." + refusal.kind()));
        PageErrors.head(refusal, response);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }

    private void answer(HttpServletResponse response, HttpStatus status, String title, String detail)
            throws IOException {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, Texts.of(detail));
        problem.setTitle(Texts.of(title));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
