package cn.gdpilot.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms whose session has ended, as before, and remembers for {@link LateFormPage} what was typed. Without a session no new one is begun:
 * the answer to another site's form would otherwise put it in the place of the person's own, which that form did not carry (SameSite).
 */
public final class LateForms extends OncePerRequestFilter implements AccessDeniedHandler, AuthenticationEntryPoint {

    /**
     * Before the token is looked at: where there is no session, none can be right. Nor is a form for files read for anybody who is not signed in,
     * since the token stands among its fields and its files would be written to the store's disk first.
     */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean tooLate = HttpMethod.POST.matches(request.getMethod())
                && request.getHeader("HX-Request") == null
                && request.getSession(false) == null;
        if (NoFormFiles.areIn(request) && !LateFormPage.isSignedIn()
                || tooLate
                        && LateForm.of(request)
                                .filter(form -> form.open() && isCertain(request))
                                .isEmpty()) {
            refuse(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (reason instanceof CsrfException) {
            refuse(request, response);
        } else if (!response.isCommitted()) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    /** The session ended with this very request: it had lasted too long, or its account was changed. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        refuse(request, response);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return; // The server has refused it already: the browser went away in the middle of the form.
        }
        LateForm.of(request).ifPresent(form -> request.setAttribute(LateFormPage.FORM, form));
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    /** A browser says itself that the form stood on a page of ours. */
    private static boolean isCertain(HttpServletRequest request) {
        return request.getHeader("Sec-Fetch-Site") != null || request.getHeader("Origin") != null;
    }
}
