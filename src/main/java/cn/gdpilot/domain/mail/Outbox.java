package cn.gdpilot.domain.mail;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.letters.LetterTexts;
import cn.gdpilot.domain.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters as rows, written in the transaction of the business change that they tell of. */
@Repository
public class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
    /** Longer than a server may keep us waiting at the steps of one mail; renewed while its files go out. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** How often it is looked whether an office has an address by now. */
    private static final Duration ADDRESS_RETRY = Duration.ofMinutes(1);

    private static final int MOST_ATTEMPTS = 12;
    private static final int LONGEST_FAILURE = 500;
    private static final String INSERT = """
            insert into outbox (dedup_key, message_id, round_id, kind, recipient, office, reader, subject, body, html, attachment_name, attachment_sha,
              created_at, next_try_at, not_after, attempts, state)
            values (:key, :messageId, :round, :kind, :recipient, :office, :reader, :subject, :body, :html, :attachmentName, :attachmentSha,
              :now, :from, :until, 0, 'WAITING')""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate many;
    private final LetterTexts texts;
    private final UnitContacts contacts;
    private final PilotClock clock;
    private final TransactionTemplate nested;

    Outbox(
            JdbcClient jdbc,
            NamedParameterJdbcTemplate many,
            LetterTexts texts,
            UnitContacts contacts,
            PilotClock clock,
            PlatformTransactionManager transactions) {
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.jdbc = jdbc;
        this.many = many;
        this.texts = texts;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** Puts a letter into the outbox, unless one of the same key is there already. */
    public void post(Letter letter) {
        boolean posted = jdbc.sql("select count(*) from outbox where dedup_key = :key")
                        .param("key", letter.dedupKey())
                        .query(Integer.class)
                        .single()
                > 0;
        if (posted) {
            return;
        }
        try {
            // A savepoint: of two that write the same letter in the same instant one is told that it is there, and goes
            // on.
            nested.executeWithoutResult(savepoint -> write(letter));
        } catch (DuplicateKeyException written) {
            LOG.debug("{} was posted meanwhile", letter.dedupKey());
        }
    }

    /**
     * Puts many letters into the outbox as {@link #post} does one, with a few statements for all of them; always in one
     * order, so that two that write the same ones wait for each other and not across.
     */
    public void postAll(List<Letter> letters) {
        Set<String> posted = posted(letters);
        List<Letter> fresh = letters.stream()
                .filter(letter -> !posted.contains(letter.dedupKey()))
                .sorted(Comparator.comparing(Letter::dedupKey))
                .toList();
        try {
            nested.executeWithoutResult(savepoint -> writeAll(fresh));
        } catch (DuplicateKeyException written) {
            LOG.debug("Some of {} letters were posted meanwhile", fresh.size());
            fresh.forEach(this::post);
        }
    }

    private Set<String> posted(List<Letter> letters) {
        String[] keys = letters.stream().map(Letter::dedupKey).toArray(String[]::new);
        return Set.copyOf(jdbc.sql("select dedup_key from outbox where dedup_key = any(cast(:keys as varchar array))")
                .param("keys", new SqlArrayValue("varchar", (Object[]) keys))
                .query(String.class)
                .list());
    }

    private void writeAll(List<Letter> letters) {
        Instant now = clock.now();
        Map<String, String> offices = letters.stream().anyMatch(Letter::toOffice) ? contacts.addresses() : Map.of();
        many.batchUpdate(
                INSERT,
                letters.stream()
                        .map(letter -> row(
                                letter,
                                letter.toOffice() ? offices.getOrDefault(letter.recipient(), "") : letter.recipient(),
                                now))
                        .toArray(SqlParameterSource[]::new));
        letters.forEach(this::enclose);
    }

    private void write(Letter letter) {
        String address = letter.toOffice() ? contacts.addressOf(letter.recipient()) : letter.recipient();
        jdbc.sql(INSERT).paramSource(row(letter, address, clock.now())).update();
        enclose(letter);
    }

    private SqlParameterSource row(Letter letter, String address, Instant now) {
        LetterTexts.Filled filled = texts.fill(letter.kind(), letter.words());
        return new MapSqlParameterSource()
                .addValue("key", letter.dedupKey())
                .addValue("messageId", "<" + UUID.randomUUID() + "@gdpilot>")
                .addValue("round", letter.roundId())
                .addValue("kind", letter.kind())
                .addValue("recipient", address)
                .addValue("office", letter.toOffice() ? letter.recipient() : null)
                .addValue("reader", letter.reader())
                .addValue("subject", filled.subject())
                .addValue("body", filled.body())
                .addValue("html", filled.html())
                .addValue(
                        "attachmentName",
                        letter.attachment() == null ? null : letter.attachment().name())
                .addValue(
                        "attachmentSha",
                        letter.attachment() == null ? null : letter.attachment().sha256())
                .addValue("now", PilotClock.timestamp(now))
                .addValue("from", PilotClock.timestamp(letter.notBefore() == null ? now : letter.notBefore()))
                .addValue("until", PilotClock.timestamp(letter.notAfter()));
    }

    private void enclose(Letter letter) {
        for (int i = 0; i < letter.further().size(); i++) {
            Letter.Attachment attachment = letter.further().get(i);
            jdbc.sql(
                            "insert into outbox_attachment (outbox_id, place, name, sha256) select id, :place, :name, :sha256 from outbox where dedup_key = :key")
                    .param("place", i + 1)
                    .param("name", attachment.name())
                    .param("sha256", attachment.sha256())
                    .param("key", letter.dedupKey())
                    .update();
        }
    }

    /** Erases receivers and words from a round's letters, those left out that still wait to be sent; returns how many were erased. */
    public int eraseContacts(String roundId) {
        return jdbc.sql(
                        "update outbox set recipient = '', office = null, reader = null, body = '', html = null where round_id = :round and state <> 'WAITING'")
                .param("round", roundId)
                .update();
    }

    /** All files that go with a mail, in order. */
    List<Letter.Attachment> attachments(Mail mail) {
        List<Letter.Attachment> all = new ArrayList<>();
        if (mail.attachmentSha() != null) {
            all.add(new Letter.Attachment(mail.attachmentName(), mail.attachmentSha()));
        }
        all.addAll(jdbc.sql("select name, sha256 from outbox_attachment where outbox_id = :id order by place")
                .param("id", mail.id())
                .query(Letter.Attachment.class)
                .list());
        return all;
    }

    /** The Message-IDs of all letters to any of these groups, accounts or applicants ({@link Letter#readerOf}). */
    public Set<String> of(Collection<String> readers) {
        return Set.copyOf(jdbc.sql("select message_id from outbox where office in (:readers) or reader in (:readers)")
                .param("readers", readers)
                .query(String.class)
                .list());
    }

    /** What became of the letter of that key; empty if none was posted. */
    public Optional<Posted> find(String dedupKey) {
        return jdbc.sql("select message_id, recipient, state, created_at, sent_at from outbox where dedup_key = :key")
                .param("key", dedupKey)
                .query(Posted.class)
                .optional();
    }

    /**
     * Takes the next letter that is due, addressed as its office wants it now, so that no other node sends it meanwhile; a node that dies in between leaves
     * it due again after a while, with the same Message-ID.
     */
    @Transactional
    public Optional<Mail> take() {
        Instant now = clock.now();
        Optional<Mail> due = jdbc.sql("""
                select id, message_id, recipient, office, subject, body, html, attachment_name, attachment_sha, attempts, not_after from outbox
                where state = 'WAITING' and next_try_at <= :now order by next_try_at, id fetch first 1 rows only for update skip locked""")
                .param("now", PilotClock.timestamp(now))
                .query(Mail.class)
                .optional();
        Optional<Mail> addressed =
                due.map(mail -> mail.office() == null ? mail : mail.to(contacts.addressOf(mail.office())));
        addressed.ifPresent(mail -> jdbc.sql(
                        "update outbox set attempts = attempts + 1, next_try_at = :next, recipient = :recipient where id = :id")
                .param("next", PilotClock.timestamp(now.plus(LEASE)))
                .param("recipient", mail.recipient())
                .param("id", mail.id())
                .update());
        return addressed;
    }

    /** Keeps a mail that is being sent from other nodes for longer: a big one over a slow line takes its time. */
    @Transactional
    public void renew(Mail mail) {
        jdbc.sql("update outbox set next_try_at = :next where id = :id and state = 'WAITING'")
                .param("next", PilotClock.timestamp(clock.now().plus(LEASE)))
                .param("id", mail.id())
                .update();
    }

    @Transactional
    public void sent(Mail mail) {
        jdbc.sql("update outbox set state = 'SENT', sent_at = :now, failure = null where id = :id")
                .param("now", PilotClock.timestamp(clock.now()))
                .param("id", mail.id())
                .update();
    }

    /** Notes a failure; it is tried again with growing pauses, and given up for good after many. */
    @Transactional
    public void failed(Mail mail, String failure) {
        Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(mail.attempts(), 8));
        note(
                mail,
                mail.attempts() + 1 >= MOST_ATTEMPTS ? State.FAILED : State.WAITING,
                failure,
                mail.attempts() + 1,
                pause);
    }

    /** The server refuses it for good (a code of 500 and above, RFC 5321): it is not tried again by itself. */
    @Transactional
    public void refused(Mail mail, String failure) {
        note(mail, State.FAILED, failure, mail.attempts() + 1, Duration.ZERO);
    }

    /** The server can not be reached, which is no fault of the letter: it is tried again soon, however often. */
    @Transactional
    public void postponed(Mail mail, String failure) {
        note(mail, State.WAITING, failure, mail.attempts(), FIRST_RETRY);
    }

    /** Its office has no address: it waits for one, and the operator sees why; not a try. */
    @Transactional
    public void withoutAddress(Mail mail) {
        note(mail, State.WAITING, Texts.of("mail.no-address", mail.office()), mail.attempts(), ADDRESS_RETRY);
    }

    /** It is not to be sent at all. */
    @Transactional
    public void cancelled(Mail mail, String reason) {
        note(mail, State.CANCELLED, reason, mail.attempts(), Duration.ZERO);
    }

    /** How many letters were sent since then, by all nodes. */
    public int sentSince(Instant since) {
        return jdbc.sql("select count(*) from outbox where state = 'SENT' and sent_at > :since")
                .param("since", PilotClock.timestamp(since))
                .query(Integer.class)
                .single();
    }

    private void note(Mail mail, State state, String failure, int attempts, Duration pause) {
        String text = failure == null ? "" : failure;
        jdbc.sql(
                        "update outbox set state = :state, failure = :failure, attempts = :attempts, next_try_at = :next where id = :id and state = 'WAITING'")
                .param("state", state.name())
                .param("failure", text.substring(0, Math.min(text.length(), LONGEST_FAILURE)))
                .param("attempts", attempts)
                .param("next", PilotClock.timestamp(clock.now().plus(pause)))
                .param("id", mail.id())
                .update();
    }

    /** How many letters of a round were sent to each address. */
    public Map<String, Integer> sentTo(String roundId) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("select recipient from outbox where round_id = :round and state = 'SENT'")
                .param("round", roundId)
                .query(String.class)
                .list()
                .forEach(recipient -> counts.merge(recipient, 1, Integer::sum));
        return counts;
    }

    /** Where a letter stands. */
    public enum State {
        /** It is sent when its time comes. */
        WAITING,
        /** A mail server took it. */
        SENT,
        /** It is not tried again by itself. */
        FAILED,
        /** It is not sent. */
        CANCELLED
    }

    /**
     * Proof of a letter.
     *
     * @param messageId Message-ID, as its receiver sees it
     * @param recipient address
     * @param state     where it stands
     * @param createdAt when it was written
     * @param sentAt    when the mail server took it; null until then
     */
    public record Posted(String messageId, String recipient, State state, Instant createdAt, Instant sentAt) {}

    /**
     * A letter ready to be sent.
     *
     * @param id             key of the row
     * @param messageId      Message-ID, the same at every try
     * @param recipient      address; empty if the office has none
     * @param office         group of the office that it goes to; null for persons
     * @param subject        subject
     * @param body           text
     * @param html           the same as HTML; null for letters of before
     * @param attachmentName name of the attachment; null if there is none
     * @param attachmentSha  key of the attachment in the store
     * @param attempts       earlier tries
     * @param notAfter       when it is of no use any more; null = never
     */
    public record Mail(
            long id,
            String messageId,
            String recipient,
            String office,
            String subject,
            String body,
            String html,
            String attachmentName,
            String attachmentSha,
            int attempts,
            Instant notAfter) {

        private Mail to(String address) {
            return new Mail(
                    id,
                    messageId,
                    address,
                    office,
                    subject,
                    body,
                    html,
                    attachmentName,
                    attachmentSha,
                    attempts,
                    notAfter);
        }
    }
}
