package cn.gdpilot.domain.material;

import cn.gdpilot.domain.calendar.PilotClock;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A receipt as anybody may see it: no personal data.
 *
 * @param number        number of the receipt
 * @param applicationId application; null where the receipt is a unit's
 * @param list          round and unit whose list arrived; null where the receipt is an applicant's
 * @param version       which submission, or which delivery
 * @param arrivedAt     the moment that counts, Guangdong's time
 * @param contentHash   SHA-256 of what was submitted
 * @param hash          SHA-256 of the receipt, chained
 * @param genuine       true if it is as it was issued and continues the chain
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiptView(
        String number,
        String applicationId,
        String list,
        int version,
        OffsetDateTime arrivedAt,
        String contentHash,
        String hash,
        boolean genuine) {

    public static ReceiptView of(Receipt receipt, boolean genuine) {
        return new ReceiptView(
                receipt.number(),
                receipt.applicationId(),
                receipt.recommendationId(),
                receipt.version(),
                receipt.arrivedAt()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .atZone(PilotClock.GUANGDONG)
                        .toOffsetDateTime(),
                receipt.contentHash(),
                receipt.hash(),
                genuine);
    }
}
