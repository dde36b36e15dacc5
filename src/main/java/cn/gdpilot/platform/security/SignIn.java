package cn.gdpilot.platform.security;

import cn.gdpilot.domain.identity.PasswordChange;
import cn.gdpilot.domain.identity.SignInLock;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.WritableText;
import cn.gdpilot.platform.security.Accounts.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * One sign-in for all: officers live in the engine's user store, applicants in the portal's own. Unknown names, wrong
 * passwords and locked accounts get the same answer after the same time.
 */
@Component
class SignIn implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final Accounts accounts;
    private final SignInLock lock;
    private final PasswordChange passwords;
    private final PasswordEncoder encoder;
    private final RecordBook book;
    private final OpenSession sessions;
    private final String decoy;

    SignIn(
            Accounts accounts,
            SignInLock lock,
            @Lazy PasswordChange passwords,
            PasswordEncoder encoder,
            RecordBook book,
            OpenSession sessions) {
        this.accounts = accounts;
        this.lock = lock;
        this.passwords = passwords;
        this.encoder = encoder;
        this.book = book;
        this.sessions = sessions;
        this.decoy = encoder.encode("nobody has this password");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        if (!WritableText.is(name)) {
            throw wrong();
        }
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "local";
        Account account = accounts.find(name).orElse(null);
        boolean right =
                encoder.matches(String.valueOf(attempt.getCredentials()), account == null ? decoy : account.hash());
        if (lock.isLocked(name, address)) {
            LOG.info("A sign-in from {} was refused: locked after wrong tries", address);
            throw wrong();
        }
        // A name that nobody has may be a password typed into the wrong field: it is not kept.
        Actor actor = new Actor(account == null ? "unknown" : name, null);
        if (account == null || !right) {
            lock.failed(name, address);
            book.writeAtOnce(RecordEvent.of(actor, "sign-in.refused", null, null));
            throw wrong();
        }
        lock.succeeded(name, address);
        return sessions.of(name, account, passwords.isDue(name));
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException(Texts.of("sign-in.wrong"));
    }
}
