package cn.gdpilot.application;

import cn.gdpilot.calendar.PilotClock;
import cn.gdpilot.dossier.Receipt;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A receipt as anybody may see it: no personal data.
 *
 * @param number        number of the receipt
 * @param applicationId application
 * @param version       which submission
 * @param arrivedAt     the moment that counts, Guangdong's time
 * @param contentHash   SHA-256 of what was submitted
 * @param hash          SHA-256 of the receipt, chained
 * @param genuine       true if it is as it was issued and continues the chain
 */
record ReceiptView(
        String number,
        String applicationId,
        int version,
        OffsetDateTime arrivedAt,
        String contentHash,
        String hash,
        boolean genuine) {

    static ReceiptView of(Receipt receipt, boolean genuine) {
        return new ReceiptView(
                receipt.number(),
                receipt.applicationId(),
                receipt.version(),
                receipt.arrivedAt().truncatedTo(ChronoUnit.SECONDS).atZone(PilotClock.GUANGDONG).toOffsetDateTime(),
                receipt.contentHash(),
                receipt.hash(),
                genuine);
    }
}
