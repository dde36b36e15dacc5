package cn.gdpilot.platform.security;

import cn.gdpilot.domain.identity.PasswordChange;
import cn.gdpilot.domain.identity.limit.SignInThrottle;
import cn.gdpilot.domain.identity.limit.SignInTry;
import cn.gdpilot.domain.identity.limit.SlowedDown;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.LimitRefusals;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.WritableText;
import cn.gdpilot.platform.security.Accounts.Account;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * One sign-in for all: officers live in the engine's user store, applicants in the portal's own. Unknown names and wrong
 * passwords get the same answer after the same time; who has to wait is told so before any password is hashed.
 */
@Component
class SignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final PasswordChange passwords;
    private final PasswordEncoder encoder;
    private final RecordBook book;
    private final LimitRefusals limits;
    private final OpenSession sessions;
    private final String decoy;

    SignIn(
            Accounts accounts,
            SignInThrottle throttle,
            @Lazy PasswordChange passwords,
            PasswordEncoder encoder,
            RecordBook book,
            LimitRefusals limits,
            OpenSession sessions) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.passwords = passwords;
        this.encoder = encoder;
        this.book = book;
        this.limits = limits;
        this.sessions = sessions;
        this.decoy = encoder.encode("nobody has this password");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        if (!WritableText.is(name)) {
            throw wrong();
        }
        SignInTry from = SignInDetails.of(attempt);
        check(from);
        Account account = accounts.find(name).orElse(null);
        boolean right =
                encoder.matches(String.valueOf(attempt.getCredentials()), account == null ? decoy : account.hash());
        // A name that nobody has may be a password typed into the wrong field: it is not kept.
        Actor actor = new Actor(account == null ? "unknown" : name, null);
        if (account == null || !right) {
            throttle.failed(from);
            book.writeAtOnce(RecordEvent.of(actor, "sign-in.refused", null, null));
            throw wrong();
        }
        // Asked again: of many tries at the same moment only so many count as would have counted one after the other.
        check(from);
        throttle.succeeded(from);
        return sessions.of(name, account, passwords.isDue(name));
    }

    private void check(SignInTry from) {
        try {
            throttle.check(from);
        } catch (Refusal refusal) {
            String known = accounts.find(from.account()).isPresent() ? from.account() : "unknown";
            limits.note(refusal, new Actor(known, null), null);
            throw new SlowedDown(refusal);
        }
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException(Texts.of("sign-in.wrong"));
    }
}
