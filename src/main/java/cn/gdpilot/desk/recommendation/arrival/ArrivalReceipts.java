package cn.gdpilot.desk.recommendation.arrival;

import cn.gdpilot.domain.arrival.Delivery;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.material.Receipt;
import cn.gdpilot.domain.material.Receipts;
import cn.gdpilot.domain.papers.ReceiptProof;
import cn.gdpilot.domain.papers.print.Printer;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.text.Texts;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The receipt that a unit gets for its list, chained with all others. */
@Component
class ArrivalReceipts {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss").withZone(PilotClock.GUANGDONG);

    private final Receipts receipts;
    private final ReceiptProof proof;
    private final Printer printer;
    private final Units units;

    ArrivalReceipts(Receipts receipts, ReceiptProof proof, Printer printer, Units units) {
        this.receipts = receipts;
        this.proof = proof;
        this.printer = printer;
        this.units = units;
    }

    /** Issues the receipt of a list that has arrived; the next one where an earlier said that something was missing. */
    Receipt issue(Recommendation list, Delivery there) {
        int version = latest(list).map(Receipt::version).orElse(0) + 1;
        return receipts.issueForList(list.id(), version, list.arrivedAt(), words(list, there));
    }

    Optional<Receipt> latest(Recommendation list) {
        return receipts.latestOfList(list.id());
    }

    /** The receipt as a paper. */
    byte[] print(Receipt receipt) {
        List<Fact> facts =
                receipts.words(receipt).orElse("").lines().map(Fact::of).toList();
        return printer.print(
                "arrival-receipt",
                new Content(
                        receipt.number(),
                        facts,
                        receipt.contentHash(),
                        receipt.hash(),
                        proof.address(receipt),
                        proof.qr(receipt)));
    }

    /** What the receipt says, a fact a line; its hash is taken of exactly these lines. */
    private String words(Recommendation list, Delivery there) {
        String missing = there.missing(list);
        return String.join(
                "\n",
                Texts.of("receipt.list.round", list.roundId()),
                Texts.of("receipt.list.unit", units.get(list.unitId()).name()),
                Texts.of(
                        "receipt.list.destination",
                        units.get(list.destination()).name()),
                Texts.of("receipt.list.arrival", SECOND.format(list.arrivedAt())),
                Texts.of("receipt.list.copies", there.tableCopies(), there.paperCopies(), there.discCopies()),
                Texts.of("receipt.list.missing", missing.isEmpty() ? Texts.of("receipt.list.complete") : missing),
                Texts.of("receipt.list.summary", list.summarySha256()));
    }

    /**
     * What the paper says.
     *
     * @param number      number of the receipt
     * @param facts       its words, line by line
     * @param contentHash SHA-256 of the words
     * @param hash        SHA-256 of the receipt
     * @param address     where it is verified
     * @param qr          the same as a picture
     */
    record Content(String number, List<Fact> facts, String contentHash, String hash, String address, String qr) {}

    /**
     * A line of it.
     *
     * @param name  what
     * @param value how much, when, who
     */
    record Fact(String name, String value) {

        static Fact of(String line) {
            String[] parts = line.split("：", 2);
            return new Fact(parts[0], parts.length > 1 ? parts[1] : "");
        }
    }
}
