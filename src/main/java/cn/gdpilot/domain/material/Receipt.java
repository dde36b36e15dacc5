package cn.gdpilot.domain.material;

import java.time.Instant;

/**
 * Proof of arrival. Each carries the hash of the one before, so that none can be changed or taken out unseen.
 *
 * @param number           e.g. HZ-00000017
 * @param chainNo          place in the chain
 * @param applicationId    application that was submitted; null where a list arrived
 * @param recommendationId list that arrived, round and unit; null where an application was submitted
 * @param version          which submission of the one, which delivery of the other
 * @param arrivedAt        the moment that counts
 * @param contentHash      SHA-256 of what was submitted, materials included
 * @param previousHash     hash of the receipt before
 * @param hash             SHA-256 over all of the above
 */
public record Receipt(
        String number,
        long chainNo,
        String applicationId,
        String recommendationId,
        int version,
        Instant arrivedAt,
        String contentHash,
        String previousHash,
        String hash) {

    /** What it is about: an application's number, or a list's round and unit. */
    public String subject() {
        return applicationId == null ? recommendationId : applicationId;
    }
}
