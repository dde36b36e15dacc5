package cn.gdpilot.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses files in a form's envelope where nothing takes them, without reading them. The server writes such files to the store's disk as soon as
 * anything asks for a parameter, and the check of the token does so before anybody is known.
 */
public final class NoFormFiles extends OncePerRequestFilter {

    private final ApiRefusals refusals;

    public NoFormFiles(ApiRefusals refusals) {
        this.refusals = refusals;
    }

    /** True if the request is a form that may carry files. */
    public static boolean areIn(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).strip().startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (areIn(request)) {
            refusals.envelope(response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
