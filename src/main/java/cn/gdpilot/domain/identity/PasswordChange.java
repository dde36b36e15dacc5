package cn.gdpilot.domain.identity;

import cn.gdpilot.domain.text.Refusal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person changes the own password, be it an officer or an applicant. */
@Service
public class PasswordChange {

    private final ApplicantAccounts applicants;
    private final OfficerPasswords officers;
    private final OwnPasswords own;
    private final PasswordPolicy policy;
    private final PasswordEncoder encoder;

    PasswordChange(
            ApplicantAccounts applicants,
            OfficerPasswords officers,
            OwnPasswords own,
            PasswordPolicy policy,
            PasswordEncoder encoder) {
        this.applicants = applicants;
        this.officers = officers;
        this.own = own;
        this.policy = policy;
        this.encoder = encoder;
    }

    /**
     * Changes it.
     *
     * @throws Refusal if the old one is wrong, the repetition differs, or the new one is weak or was used lately
     */
    @Transactional
    public void change(String username, String old, String wanted, String repeated) {
        String stored = hash(username);
        if (!isRight(username, old)) {
            throw Refusal.invalid("password.old-wrong");
        }
        if (wanted == null || !wanted.equals(repeated)) {
            throw Refusal.invalid("password.repeat");
        }
        policy.check(wanted, username);
        if (encoder.matches(wanted, stored)) {
            throw Refusal.invalid("password.used", 1);
        }
        own.checkNew(username, wanted);
        own.chosen(username, set(username, wanted));
    }

    /** True if that is the account's password; null is none. */
    public boolean isRight(String username, String password) {
        return password != null && encoder.matches(password, hash(username));
    }

    /** True if somebody else chose the officer's password, so that it must be changed before anything else. */
    public boolean isDue(String username) {
        return officers.hash(username)
                .filter(hash -> !own.isOwn(username, hash))
                .isPresent();
    }

    private String hash(String username) {
        return officers.hash(username)
                .or(() -> applicants.find(username).map(ApplicantAccounts.Account::passwordHash))
                .orElseThrow(() -> Refusal.notFound("account.none"));
    }

    private String set(String username, String password) {
        if (officers.hash(username).isPresent()) {
            return officers.set(username, password);
        }
        return applicants.setPassword(username, password);
    }
}
