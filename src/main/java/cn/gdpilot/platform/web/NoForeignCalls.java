package cn.gdpilot.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses calls that another site's page makes with the password that a browser remembers, before the password is looked
 * at. Nothing else stops them: a call with a password needs no CSRF token. Each refusal is recorded.
 */
public final class NoForeignCalls extends OncePerRequestFilter {

    private static final String BASIC = "Basic ";

    private final ApiRefusals refusals;
    private final RefusalRecord record;
    private final URI publicAddress;

    public NoForeignCalls(ApiRefusals refusals, RefusalRecord record, URI publicAddress) {
        this.refusals = refusals;
        this.record = record;
        this.publicAddress = publicAddress;
    }

    /** True if the call carries a user name and a password (HTTP Basic). */
    public static boolean carriesPassword(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (carriesPassword(request) && CallingPage.isForeign(request, publicAddress)) {
            record.write(request, HttpStatus.FORBIDDEN.value());
            refusals.foreignPage(response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
