package cn.gdpilot.platform.security;

import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.WritableText;
import cn.gdpilot.platform.security.Accounts.Account;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Ends a sign-in at a provider (OpenID Connect): the provider says who it is, this application says what that person may
 * do. Only accounts of officers that exist here are let in; a second factor is owed as after a password.
 */
@Component
class ProviderSignIn implements AuthenticationSuccessHandler {

    private final Accounts accounts;
    private final OpenSession sessions;
    private final RecordBook book;
    private final String claim;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final SavedRequestAwareAuthenticationSuccessHandler onward =
            new SavedRequestAwareAuthenticationSuccessHandler();

    ProviderSignIn(
            Accounts accounts,
            OpenSession sessions,
            RecordBook book,
            @Value("${pilot.security.provider-account-claim}") String claim) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.book = book;
        this.claim = claim;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication told)
            throws IOException, ServletException {
        String name = told.getPrincipal() instanceof OidcUser user ? user.getClaimAsString(claim) : null;
        Optional<Account> account = name == null || !WritableText.is(name)
                ? Optional.empty()
                : accounts.find(name).filter(Account::officer);
        if (account.isEmpty()) {
            book.writeAtOnce(RecordEvent.of(new Actor("unknown", null), "sign-in.refused", null, null));
            SecurityContextHolder.clearContext();
            request.getSession().invalidate();
            response.sendRedirect("/login?stranger");
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(sessions.of(name, account.get(), false));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        onward.onAuthenticationSuccess(request, response, context.getAuthentication());
    }
}
