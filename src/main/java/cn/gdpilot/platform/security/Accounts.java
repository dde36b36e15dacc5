package cn.gdpilot.platform.security;

import cn.gdpilot.domain.identity.ApplicantAccounts;
import cn.gdpilot.domain.identity.Person;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All who can sign in: officers and applicants, as they are stored at this moment. */
@Component
class Accounts {

    private final ApplicantAccounts applicants;
    private final StoredOfficers officers;

    Accounts(ApplicantAccounts applicants, StoredOfficers officers) {
        this.applicants = applicants;
        this.officers = officers;
    }

    Optional<Account> find(String username) {
        // Officers first: nobody takes an officer's sign-in away by registering under the same name.
        return officers.hash(username)
                .map(hash -> new Account(hash, officers.groups(username), true))
                .or(() -> applicants
                        .find(username)
                        .map(one -> new Account(one.passwordHash(), List.of(Person.APPLICANT_ROLE), false)));
    }

    /**
     * An account.
     *
     * @param hash        of its password
     * @param authorities groups of an officer, the role of an applicant
     * @param officer     whether it is an officer's
     */
    record Account(String hash, List<String> authorities, boolean officer) {

        /** Changes with the password and with every group. */
        String fingerprint() {
            try {
                byte[] all = (hash + "\n" + String.join("\n", authorities)).getBytes(StandardCharsets.UTF_8);
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(all));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String toString() {
            return "Account" + authorities;
        }
    }
}
