package cn.gdpilot.domain.material;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.files.store.Sha256;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.ContactErasures;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receipts, chained by their hashes. */
@Repository
public class Receipts {

    private static final String COLUMNS =
            "select number, chain_no, application_id, recommendation_id, version, arrived_at, content_hash, previous_hash, hash from receipt ";

    private final JdbcClient jdbc;
    private final Applications applications;
    private final ContactErasures erasures;

    Receipts(JdbcClient jdbc, Applications applications, ContactErasures erasures) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.erasures = erasures;
    }

    /** Issues the receipt of one submission; the chain's end is locked until the transaction ends. */
    public Receipt issue(String applicationId, int version, String idempotencyKey, Instant arrivedAt, String content) {
        return append(applicationId, null, version, idempotencyKey, arrivedAt, content);
    }

    /** Issues the receipt of a delivery of a list, in the same chain; again for one version is refused by the database. */
    public Receipt issueForList(String recommendationId, int version, Instant arrivedAt, String content) {
        return append(null, recommendationId, version, null, arrivedAt, content);
    }

    /** The words of a list's receipt, line by line; empty for an application's. */
    public Optional<String> words(Receipt receipt) {
        return jdbc.sql("select content from receipt where number = :number and content is not null")
                .param("number", receipt.number())
                .query(String.class)
                .optional();
    }

    private Receipt append(
            String applicationId,
            String recommendationId,
            int version,
            String idempotencyKey,
            Instant arrivedAt,
            String content) {
        End end = jdbc.sql("select last_no, last_hash from receipt_chain where id = 1 for update")
                .query(End.class)
                .single();
        Receipt receipt = chained(
                end.lastNo() + 1,
                applicationId,
                recommendationId,
                version,
                arrivedAt,
                Sha256.of(content),
                end.lastHash());
        jdbc.sql("""
                insert into receipt (number, chain_no, application_id, recommendation_id, version, idempotency_key, arrived_at, content, content_hash, previous_hash, hash)
                values (:number, :no, :application, :list, :version, :key, :at, :words, :content, :previous, :hash)""")
                .param("number", receipt.number())
                .param("no", receipt.chainNo())
                .param("application", applicationId)
                .param("list", recommendationId)
                .param("version", version)
                .param("key", idempotencyKey)
                .param("at", PilotClock.timestamp(arrivedAt))
                .param("words", applicationId == null ? content : null)
                .param("content", receipt.contentHash())
                .param("previous", receipt.previousHash())
                .param("hash", receipt.hash())
                .update();
        jdbc.sql("update receipt_chain set last_no = :no, last_hash = :hash where id = 1")
                .param("no", receipt.chainNo())
                .param("hash", receipt.hash())
                .update();
        return receipt;
    }

    public Optional<Receipt> find(String number) {
        return jdbc.sql(COLUMNS + "where number = :number")
                .param("number", number)
                .query(Receipt.class)
                .optional();
    }

    /** The receipt that a request with this key was answered with. */
    public Optional<Receipt> byKey(String applicationId, String idempotencyKey) {
        return jdbc.sql(COLUMNS + "where application_id = :application and idempotency_key = :key")
                .param("application", applicationId)
                .param("key", idempotencyKey)
                .query(Receipt.class)
                .optional();
    }

    /** The receipts of all submissions, the first one first. */
    public List<Receipt> of(String applicationId) {
        return jdbc.sql(COLUMNS + "where application_id = :application order by version")
                .param("application", applicationId)
                .query(Receipt.class)
                .list();
    }

    /** The receipt of the newest submission. */
    public Optional<Receipt> latest(String applicationId) {
        return jdbc.sql(COLUMNS + "where application_id = :application order by version desc fetch first 1 row only")
                .param("application", applicationId)
                .query(Receipt.class)
                .optional();
    }

    /** The receipt of a list's newest delivery. */
    public Optional<Receipt> latestOfList(String recommendationId) {
        return jdbc.sql(COLUMNS + "where recommendation_id = :list order by version desc fetch first 1 row only")
                .param("list", recommendationId)
                .query(Receipt.class)
                .optional();
    }

    /** True if the receipt is as it was issued, continues the one before, and is about what is kept here. */
    public boolean genuine(Receipt receipt) {
        String previous = receipt.chainNo() == 1
                ? "0".repeat(64)
                : jdbc.sql("select hash from receipt where chain_no = :no")
                        .param("no", receipt.chainNo() - 1)
                        .query(String.class)
                        .optional()
                        .orElse(null);
        Receipt again = chained(
                receipt.chainNo(),
                receipt.applicationId(),
                receipt.recommendationId(),
                receipt.version(),
                receipt.arrivedAt(),
                receipt.contentHash(),
                receipt.previousHash());
        return isOfWhatIsKept(receipt)
                && receipt.previousHash().equals(previous)
                && again.hash().equals(receipt.hash());
    }

    private boolean isOfWhatIsKept(Receipt receipt) {
        return receipt.applicationId() == null
                ? words(receipt).map(words -> isOf(receipt, words)).orElse(true)
                : applications
                        .submitted(receipt.applicationId(), receipt.version())
                        .filter(content -> isOf(receipt, content) || erasures.isDoneFor(receipt.applicationId()))
                        .isPresent();
    }

    private static boolean isOf(Receipt receipt, String content) {
        return Sha256.of(content).equals(receipt.contentHash());
    }

    private static Receipt chained(
            long no, String application, String list, int version, Instant at, String content, String previous) {
        String number = "HZ-%08d".formatted(no);
        // Databases keep microseconds; a receipt's proof must not hang on digits that come back rounded.
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        String subject = application == null ? list : application;
        String hash = Sha256.of(
                String.join("|", number, subject, String.valueOf(version), second.toString(), content, previous));
        return new Receipt(number, no, application, list, version, at, content, previous, hash);
    }

    private record End(long lastNo, String lastHash) {}
}
