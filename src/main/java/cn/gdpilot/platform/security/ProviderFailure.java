package cn.gdpilot.platform.security;

import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What becomes of a sign-in that a provider does not end well: the person is back at our sign-in page with a number, the log has the
 * cause under it, the record has a line. It also asks whether the provider is there before a browser is sent to it.
 */
class ProviderFailure extends OncePerRequestFilter implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderFailure.class);
    private static final String TO_PROVIDER = "/oauth2/authorization/";
    /** An error's code comes by the browser, so anybody may have written it. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z_ ]{1,40}");

    private final ClientRegistrationRepository providers;
    private final RecordBook book;

    ProviderFailure(ClientRegistrationRepository providers, RecordBook book) {
        this.providers = providers;
        this.book = book;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(TO_PROVIDER);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            providers.findByRegistrationId(request.getRequestURI().substring(TO_PROVIDER.length()));
        } catch (RuntimeException down) {
            back(response, "not there", down);
            return;
        }
        chain.doFilter(request, response);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String code = failure instanceof OAuth2AuthenticationException told
                ? told.getError().getErrorCode()
                : "failed";
        back(response, WORD.matcher(code).matches() ? code : "other", failure);
    }

    private void back(HttpServletResponse response, String reason, Exception cause) throws IOException {
        String number = UUID.randomUUID().toString().substring(0, 8);
        // In one line: anybody can make many of these.
        LOG.warn(
                "A sign-in at the provider failed, number {}: {}: {}",
                number,
                reason,
                NestedExceptionUtils.getMostSpecificCause(cause).toString());
        book.writeAtOnce(RecordEvent.of(new Actor("unknown", null), "sign-in.refused", null, "provider: " + reason));
        response.sendRedirect("/login?provider=" + number);
    }
}
