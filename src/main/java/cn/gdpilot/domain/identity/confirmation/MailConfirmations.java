package cn.gdpilot.domain.identity.confirmation;

import cn.gdpilot.domain.calendar.PilotClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters that ask an applicant to confirm a mail address. A link's token is known to who gets the letter only; the table keeps its hash. */
@Repository
public class MailConfirmations {

    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final PilotClock clock;

    MailConfirmations(JdbcClient jdbc, PilotClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes a letter to that address and returns what its link needs. */
    public Link issue(long applicantId, String email, Duration lasts) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.now();
        jdbc.sql("""
                insert into mail_confirmation (applicant_id, email_hash, token_hash, sent_at, expires_at)
                values (:applicant, :email, :token, :now, :expires)""")
                .param("applicant", applicantId)
                .param("email", address(email))
                .param("token", hash(token))
                .param("now", PilotClock.timestamp(now))
                .param("expires", PilotClock.timestamp(now.plus(lasts)))
                .update();
        long id = jdbc.sql("select id from mail_confirmation where token_hash = :token")
                .param("token", hash(token))
                .query(Long.class)
                .single();
        return new Link(id, token, now.plus(lasts));
    }

    /** When letters went out to the applicant since that moment, the oldest first. */
    public List<Instant> sentSince(long applicantId, Instant since) {
        return jdbc.sql(
                        "select sent_at from mail_confirmation where applicant_id = :applicant and sent_at > :since order by sent_at")
                .param("applicant", applicantId)
                .param("since", PilotClock.timestamp(since))
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list();
    }

    /** When letters went out to that address since that moment, whoever gave it, the oldest first. */
    public List<Instant> sentTo(String email, Instant since) {
        return jdbc.sql(
                        "select sent_at from mail_confirmation where email_hash = :email and sent_at > :since order by sent_at")
                .param("email", address(email))
                .param("since", PilotClock.timestamp(since))
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list();
    }

    /** True if the applicant has confirmed that address. */
    public boolean isConfirmed(long applicantId, String email) {
        return jdbc.sql("""
                        select count(*) from mail_confirmation
                        where applicant_id = :applicant and email_hash = :email and confirmed_at is not null""")
                        .param("applicant", applicantId)
                        .param("email", address(email))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Confirms the address to which the link went, once.
     *
     * @return the applicant's key; empty if the token is none, has expired or was used
     */
    public Optional<Long> confirm(String token) {
        int used = jdbc.sql("""
                update mail_confirmation set confirmed_at = :now
                where token_hash = :token and confirmed_at is null and expires_at > :now""")
                .param("now", PilotClock.timestamp(clock.now()))
                .param("token", hash(token))
                .update();
        return used == 1 ? applicant(token) : Optional.empty();
    }

    /** True if that link has confirmed its address before. */
    public boolean isUsed(String token) {
        return jdbc.sql("select count(*) from mail_confirmation where token_hash = :token and confirmed_at is not null")
                        .param("token", hash(token))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Forgets links that nobody has used and that work no more. */
    public void sweep() {
        jdbc.sql("delete from mail_confirmation where confirmed_at is null and expires_at < :since")
                .param("since", PilotClock.timestamp(clock.now().minus(Duration.ofDays(1))))
                .update();
    }

    private Optional<Long> applicant(String token) {
        return jdbc.sql("select applicant_id from mail_confirmation where token_hash = :token")
                .param("token", hash(token))
                .query(Long.class)
                .optional();
    }

    private static String address(String email) {
        return hash(email.strip().toLowerCase(Locale.ROOT));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((text == null ? "" : text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Parts of a letter's link.
     *
     * @param id        key
     * @param token     known to the letter only
     * @param expiresAt from then on it is void
     */
    public record Link(long id, String token, Instant expiresAt) {}
}
