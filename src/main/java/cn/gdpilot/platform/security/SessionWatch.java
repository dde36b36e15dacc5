package cn.gdpilot.platform.security;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.factor.SecondFactorPage;
import cn.gdpilot.domain.identity.factor.SecondStep;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.security.Accounts.Account;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session at the request after its account's password or groups changed or the account went, and when it has
 * lasted long enough. Sends a person who owes a second factor, or whose password was chosen by somebody else, there first.
 */
@Component
public class SessionWatch extends OncePerRequestFilter {

    private static final String PASSWORD = "/account/password";
    private static final String SECOND = "/account/second-factor";
    private static final Pattern ALWAYS_OPEN = Pattern.compile("/logout|/login|/error");

    private final Accounts accounts;
    private final PilotClock clock;
    private final Duration longest;

    SessionWatch(Accounts accounts, PilotClock clock, @Value("${pilot.security.longest-session}") Duration longest) {
        this.accounts = accounts;
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || !(person.getDetails() instanceof SignedIn signedIn)) {
            chain.doFilter(request, response);
        } else if (!isGood(person.getName(), signedIn)) {
            end(request);
            chain.doFilter(request, response);
        } else {
            String first = owed(request, person.getName(), signedIn);
            if (first == null
                    || request.getRequestURI().equals(first)
                    || ALWAYS_OPEN.matcher(request.getRequestURI()).matches()) {
                chain.doFilter(request, response);
            } else if (request.getRequestURI().startsWith("/engine-rest/")) {
                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                response.setContentType("text/plain;charset=UTF-8");
                response.getWriter().write(Texts.of("factor.first"));
            } else {
                response.sendRedirect(first);
            }
        }
    }

    /** The page to which the person must go before any other; null if to none. The second factor guards the password's page too. */
    private static String owed(HttpServletRequest request, String name, SignedIn signedIn) {
        if (signedIn.second() != SecondStep.NONE && !SecondFactorPage.isPassed(request.getSession(false), name)) {
            return SECOND;
        }
        return signedIn.due() ? PASSWORD : null;
    }

    private boolean isGood(String name, SignedIn signedIn) {
        boolean young = Duration.between(signedIn.at(), clock.now().minus(clock.offset()))
                        .compareTo(longest)
                < 0;
        return young
                && accounts.find(name)
                        .map(Account::fingerprint)
                        .filter(signedIn.account()::equals)
                        .isPresent();
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** It has its place inside of the security chains and nowhere else. */
    @Component
    static class Placement {
        @Bean
        FilterRegistrationBean<SessionWatch> sessionWatchPlacement(SessionWatch watch) {
            FilterRegistrationBean<SessionWatch> registration = new FilterRegistrationBean<>(watch);
            registration.setEnabled(false);
            return registration;
        }
    }
}
