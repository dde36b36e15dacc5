package cn.gdpilot.domain.identity;

import cn.gdpilot.domain.calendar.PilotClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invitations of colleagues. A token is known to who gets the letter only; the table keeps its hash. */
@Repository
public class ApplicantInvitations {

    private static final int TOKEN_BYTES = 32;
    private static final String COLUMNS =
            "select id, applicant_id, email, invited_by, invited_at, expires_at, used_at, used_by, revoked_at from applicant_invitation ";

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final PilotClock clock;

    ApplicantInvitations(JdbcClient jdbc, PilotClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes an invitation and returns the token of its link, which can not be had again. */
    public String invite(long applicantId, String email, String invitedBy, Instant expiresAt) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                insert into applicant_invitation (applicant_id, token_hash, email, invited_by, invited_at, expires_at)
                values (:applicant, :hash, :email, :by, :now, :expires)""")
                .param("applicant", applicantId)
                .param("hash", hash(token))
                .param("email", email)
                .param("by", invitedBy)
                .param("now", PilotClock.timestamp(clock.now()))
                .param("expires", PilotClock.timestamp(expiresAt))
                .update();
        return token;
    }

    /** All invitations of an applicant, the newest first. */
    public List<Invitation> of(long applicantId) {
        return jdbc.sql(COLUMNS + "where applicant_id = :applicant order by id desc")
                .param("applicant", applicantId)
                .query(Invitation.class)
                .list();
    }

    /** The invitation of that link while it can be used; nobody learns why another can not. */
    public Optional<Invitation> open(String token) {
        return jdbc.sql(COLUMNS + "where token_hash = :hash")
                .param("hash", hash(token == null ? "" : token))
                .query(Invitation.class)
                .optional()
                .filter(invitation -> invitation.open(clock.now()));
    }

    /** Uses it up, once: false if somebody was faster, or it was taken back meanwhile. */
    public boolean use(Invitation invitation, String username) {
        return jdbc.sql("""
                        update applicant_invitation set used_at = :now, used_by = :username
                        where id = :id and used_at is null and revoked_at is null and expires_at > :now""")
                        .param("now", PilotClock.timestamp(clock.now()))
                        .param("username", username)
                        .param("id", invitation.id())
                        .update()
                == 1;
    }

    /** Takes it back; false if it is none of that applicant's, or used or taken back already. */
    public boolean revoke(long applicantId, long id, String by) {
        return jdbc.sql("""
                        update applicant_invitation set revoked_at = :now, revoked_by = :by
                        where id = :id and applicant_id = :applicant and used_at is null and revoked_at is null""")
                        .param("now", PilotClock.timestamp(clock.now()))
                        .param("by", by)
                        .param("id", id)
                        .param("applicant", applicantId)
                        .update()
                == 1;
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
