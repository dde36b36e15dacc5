package cn.gdpilot.platform.web;

import cn.gdpilot.domain.identity.limit.SlowedDown;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Asks a program for its password (HTTP Basic). A browser is not asked: it would remember the password and send it with any page's calls. */
public final class PasswordPrompt implements AuthenticationEntryPoint {

    private static final String BASIC = "Basic realm=\"gdpilot\", charset=\"UTF-8\"";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof SlowedDown slowed) {
            PageErrors.head(slowed.refusal(), response);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(slowed.getMessage());
            return;
        }
        ask(request, response);
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
    }

    static void ask(HttpServletRequest request, HttpServletResponse response) {
        if (!CallingPage.isThere(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BASIC);
        }
    }
}
