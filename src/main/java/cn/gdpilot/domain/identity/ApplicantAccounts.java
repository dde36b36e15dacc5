package cn.gdpilot.domain.identity;

import cn.gdpilot.domain.text.Refusal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** Accounts of applicants. They sign in to the portal only and have no account in the engine. */
@Repository
public class ApplicantAccounts {

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final PasswordPolicy policy;
    private final OwnPasswords own;
    private final OfficerPasswords officers;

    ApplicantAccounts(
            JdbcClient jdbc,
            PasswordEncoder encoder,
            PasswordPolicy policy,
            OwnPasswords own,
            OfficerPasswords officers) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.policy = policy;
        this.own = own;
        this.officers = officers;
    }

    /**
     * Opens an account for an applicant.
     *
     * @throws Refusal if the name is malformed, taken in whatever case, or looks like an office's or an officer's, or the password is weak
     */
    public void open(String username, String password, long applicantId, Instant at) {
        policy.check(password, username);
        // Hashing costs much: nobody has it done for a name that is not to be had.
        checkName(username);
        String hash = encoder.encode(password);
        openWithHash(username, hash, applicantId, at);
        own.chosen(username, hash);
    }

    /** Opens an account whose password is hashed already. */
    public void openWithHash(String username, String hash, long applicantId, Instant at) {
        AccountName name = checkName(username);
        try {
            jdbc.sql(
                            "insert into applicant_account (username, name_key, applicant_id, password_hash, created_at) values (:username, :key, :applicant, :hash, :at)")
                    .param("username", username)
                    .param("key", name.key())
                    .param("applicant", applicantId)
                    .param("hash", hash)
                    .param("at", Timestamp.from(at))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("account.taken");
        }
    }

    private AccountName checkName(String username) {
        AccountName name = new AccountName(username);
        if (name.looksLikeAnOffice() || officers.names().stream().anyMatch(name::looksLike)) {
            throw Refusal.conflict("account.office-like");
        }
        if (!name.isAllowed()) {
            throw Refusal.invalid("account.username");
        }
        if (isGivenOut(username)) {
            throw Refusal.conflict("account.taken");
        }
        return name;
    }

    /** Stores a new password and returns its hash. */
    String setPassword(String username, String password) {
        String hash = encoder.encode(password);
        jdbc.sql("update applicant_account set password_hash = :hash where username = :username")
                .param("hash", hash)
                .param("username", username)
                .update();
        return hash;
    }

    /** The applicant behind a user name and the hash of its password; empty too if the account is closed. */
    public Optional<Account> find(String username) {
        return jdbc.sql(
                        "select username, applicant_id, password_hash from applicant_account where username = :username and closed_at is null")
                .param("username", username)
                .query(Account.class)
                .optional();
    }

    /** True if the name has been given out, in whatever case, whether the account is open or closed. */
    public boolean isGivenOut(String username) {
        return jdbc.sql("select count(*) from applicant_account where lower(username) = :key")
                        .param("key", new AccountName(username).key())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Closes an account: its person is signed out with the next click, its name is not given out again.
     *
     * @return false if it is none of that applicant's, or closed already
     */
    public boolean close(String username, long applicantId, String by, Instant at) {
        return jdbc.sql("""
                        update applicant_account set closed_at = :at, closed_by = :by
                        where username = :username and applicant_id = :applicant and closed_at is null""")
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .param("username", username)
                        .param("applicant", applicantId)
                        .update()
                == 1;
    }

    /** Everybody who acts or has acted for an applicant, the first one first. */
    public List<Member> members(long applicantId) {
        return jdbc.sql(
                        "select username, created_at, closed_at from applicant_account where applicant_id = :applicant order by created_at, username")
                .param("applicant", applicantId)
                .query(Member.class)
                .list();
    }

    /**
     * One of the people who act for an applicant.
     *
     * @param username  account
     * @param createdAt since when
     * @param closedAt  until when; null while it is open
     */
    public record Member(String username, Instant createdAt, Instant closedAt) {}

    /**
     * An account of the portal.
     *
     * @param username     what the person types
     * @param applicantId  the applicant for whom it acts
     * @param passwordHash as the encoder wrote it
     */
    public record Account(String username, long applicantId, String passwordHash) {
        @Override
        public String toString() {
            return "Account[" + username + "]";
        }
    }
}
