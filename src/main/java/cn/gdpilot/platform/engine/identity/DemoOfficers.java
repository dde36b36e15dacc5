package cn.gdpilot.platform.engine.identity;

import cn.gdpilot.domain.identity.OwnPasswords;
import cn.gdpilot.platform.security.PasswordHashes;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The officers and experts of the demo start, in the engine's accounts. */
@Component
@Profile("!production")
class DemoOfficers {

    private final IdentityService identity;
    private final EngineOfficers officers;
    private final OwnPasswords own;

    /** The first officer made at this start, whose hash the others share. */
    private String hashed;

    DemoOfficers(IdentityService identity, EngineOfficers officers, OwnPasswords own) {
        this.identity = identity;
        this.officers = officers;
        this.own = own;
    }

    /** Makes an officer of a group, unless the account is there. */
    void make(String account, String label, String group) {
        if (identity.createUserQuery().userId(account).count() > 0) {
            return;
        }
        User user = identity.newUser(account);
        user.setFirstName(label);
        user.setLastName("");
        boolean first = hashed == null;
        user.setPassword(first ? PasswordHashes.DEMO_PASSWORD : null);
        identity.saveUser(user);
        if (first) {
            hashed = account;
        } else {
            officers.copyHash(hashed, account);
        }
        own.chosen(account, officers.hash(account).orElseThrow());
        identity.createMembership(account, group);
    }
}
