package cn.gdpilot.platform.engine.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Marks the calls of the engine's web addresses, so that the guard does not take a stranger's for the system's own work.
 * Behind the sign-in, which asks the engine on behalf of the application.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 1)
class WebCallFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpFence.isEngineAddress(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        WebCall.open();
        try {
            chain.doFilter(request, response);
        } finally {
            WebCall.close();
        }
    }
}
