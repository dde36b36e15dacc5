package cn.gdpilot.domain.identity;

import java.time.Instant;

/**
 * An invitation into an applicant's account.
 *
 * @param id          key
 * @param applicantId the applicant for whom the invited person will act
 * @param email       whom it was sent to
 * @param invitedBy   account of the colleague who invited
 * @param invitedAt   when
 * @param expiresAt   from then on it is void
 * @param usedAt      when an account was opened with it; null while none was
 * @param usedBy      that account
 * @param revokedAt   when it was taken back; null if it was not
 */
public record Invitation(
        long id,
        long applicantId,
        String email,
        String invitedBy,
        Instant invitedAt,
        Instant expiresAt,
        Instant usedAt,
        String usedBy,
        Instant revokedAt) {

    /** True while it can be used. */
    public boolean open(Instant now) {
        return usedAt == null && revokedAt == null && now.isBefore(expiresAt);
    }

    /** USED, REVOKED, EXPIRED or OPEN. */
    public String state(Instant now) {
        if (usedAt != null) {
            return "USED";
        }
        if (revokedAt != null) {
            return "REVOKED";
        }
        return open(now) ? "OPEN" : "EXPIRED";
    }
}
