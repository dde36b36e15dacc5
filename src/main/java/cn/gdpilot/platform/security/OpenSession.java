package cn.gdpilot.platform.security;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.factor.SecondFactors;
import cn.gdpilot.domain.identity.factor.SecondStep;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.platform.security.Accounts.Account;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** What a sign-in ends with, whichever way the person came: who it is, and what is still owed. */
@Component
class OpenSession {

    private final SecondFactors factors;
    private final PilotClock clock;
    private final RecordBook book;

    OpenSession(SecondFactors factors, PilotClock clock, RecordBook book) {
        this.factors = factors;
        this.clock = clock;
        this.book = book;
    }

    /**
     * Records the sign-in.
     *
     * @param due whether the password must be changed before anything else
     */
    UsernamePasswordAuthenticationToken of(String name, Account account, boolean due) {
        book.writeAtOnce(RecordEvent.of(new Actor(name, null), "sign-in", null, null));
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(
                name, null, AuthorityUtils.createAuthorityList(account.authorities()));
        SecondStep second = account.officer() ? factors.owed(name, account.authorities()) : SecondStep.NONE;
        signedIn.setDetails(new SignedIn(account.fingerprint(), clock.now().minus(clock.offset()), due, second));
        return signedIn;
    }
}
