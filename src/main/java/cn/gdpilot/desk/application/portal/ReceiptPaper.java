package cn.gdpilot.desk.application.portal;

import cn.gdpilot.desk.application.Snapshot;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.material.Receipt;
import cn.gdpilot.domain.papers.ReceiptProof;
import cn.gdpilot.domain.papers.print.Printer;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import java.util.List;
import org.springframework.stereotype.Component;

/** A receipt on paper. */
@Component
class ReceiptPaper {

    private final Printer printer;
    private final Applications applications;
    private final Units units;
    private final ReceiptProof proof;

    ReceiptPaper(Printer printer, Applications applications, Units units, ReceiptProof proof) {
        this.printer = printer;
        this.applications = applications;
        this.units = units;
        this.proof = proof;
    }

    byte[] print(Receipt receipt) {
        Application application = applications.get(receipt.applicationId());
        Snapshot.Frozen submitted = Snapshot.read(applications
                .submitted(receipt.applicationId(), receipt.version())
                .orElse("{}"));
        return printer.print(
                "receipt",
                new Content(
                        receipt.number(),
                        receipt.applicationId(),
                        receipt.version(),
                        submitted.project(),
                        submitted.applicant(),
                        units.get(application.unitId()).name(),
                        ReceiptProof.moment(receipt),
                        receipt.contentHash(),
                        receipt.hash(),
                        submitted.files(),
                        proof.address(receipt),
                        proof.qr(receipt)));
    }

    /**
     * What the paper says.
     *
     * @param number        number of the receipt
     * @param applicationId application
     * @param version       which submission
     * @param project       project's name as submitted
     * @param applicant     applicant's name as submitted
     * @param unit          office that examines it
     * @param arrivedAt     the moment that counts, to the second
     * @param contentHash   SHA-256 of what was submitted
     * @param hash          SHA-256 of the receipt
     * @param files         what was handed in, with hashes
     * @param address       where it is verified
     * @param qr            the same as a picture
     */
    record Content(
            String number,
            String applicationId,
            int version,
            String project,
            String applicant,
            String unit,
            String arrivedAt,
            String contentHash,
            String hash,
            List<Snapshot.FrozenFile> files,
            String address,
            String qr) {}
}
