package cn.gdpilot.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * A page that renews a part of itself by htmx while its session has ended goes to the sign-in as a whole: the part must
 * not become the sign-in page, nor the click be lost without a word.
 */
@Component
public class PartRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
        response.setHeader("HX-Redirect", request.getContextPath() + "/login");
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
    }

    /** A form's token counts no more when the session is gone; who is signed in just may not do this. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null) {
            commence(request, response, null);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }
}
