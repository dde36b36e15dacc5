package cn.gdpilot.desk.application;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.objection.Objections;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases the contacts in the applications of a round when they have been kept long enough, in the frozen versions and
 * the letters too. Projects, decisions and receipts stay; that it was done stays as a proof.
 */
@Component
class ContactErasure {

    private final JdbcClient jdbc;
    private final Objections objections;
    private final Rounds rounds;
    private final PilotClock clock;
    private final RecordBook book;
    private final Period kept;

    ContactErasure(
            JdbcClient jdbc,
            Objections objections,
            Rounds rounds,
            PilotClock clock,
            RecordBook book,
            @Value("${pilot.privacy.keep-contacts}") Period kept) {
        this.objections = objections;
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.clock = clock;
        this.book = book;
        this.kept = kept;
    }

    /** Erases what is due, once a night. */
    @Scheduled(cron = "0 20 0 * * *", zone = "Asia/Shanghai")
    @Transactional
    public void run() {
        rounds.all().stream()
                .filter(this::isDue)
                .map(round -> rounds.lock(round.id()))
                .filter(this::isDue)
                .forEach(this::erase);
    }

    private boolean isDue(Round round) {
        ZonedDateTime until =
                round.ministryDeadline().atZone(PilotClock.GUANGDONG).plus(kept);
        boolean erased = jdbc.sql("select count(*) from contact_erasure where round_id = :round")
                        .param("round", round.id())
                        .query(Integer.class)
                        .single()
                > 0;
        return !erased && !clock.now().isBefore(until.toInstant());
    }

    private void erase(Round round) {
        List<String> ids = jdbc.sql("select id from application where round_id = :round order by id")
                .param("round", round.id())
                .query(String.class)
                .list();
        jdbc.sql(
                        "update application set contact_name = '', contact_phone = '', contact_email = '' where round_id = :round")
                .param("round", round.id())
                .update();
        objections.eraseContacts(round.id());
        int versions = ids.stream().mapToInt(this::eraseVersions).sum();
        int letters = jdbc.sql(
                        "update outbox set recipient = '', office = null, body = '', html = null where round_id = :round and state <> 'WAITING'")
                .param("round", round.id())
                .update();
        String digest = digest(ids);
        jdbc.sql("""
                insert into contact_erasure (round_id, erased_at, applications, versions, letters, digest)
                values (:round, :at, :applications, :versions, :letters, :digest)""")
                .param("round", round.id())
                .param("at", PilotClock.timestamp(clock.now()))
                .param("applications", ids.size())
                .param("versions", versions)
                .param("letters", letters)
                .param("digest", digest)
                .update();
        book.write(new RecordEvent(
                Actor.SYSTEM,
                "contacts.erased",
                round.id(),
                null,
                null,
                ids.size() + " / " + versions + " / " + letters + " " + digest,
                null));
    }

    private int eraseVersions(String application) {
        List<Integer> versions = jdbc.sql("select version from application_snapshot where application_id = :id")
                .param("id", application)
                .query(Integer.class)
                .list();
        versions.forEach(version -> eraseVersion(application, version));
        return versions.size();
    }

    private void eraseVersion(String application, int version) {
        String content = jdbc.sql(
                        "select content from application_snapshot where application_id = :id and version = :version")
                .param("id", application)
                .param("version", version)
                .query(String.class)
                .single();
        jdbc.sql("update application_snapshot set content = :content where application_id = :id and version = :version")
                .param("content", Snapshot.withoutContacts(content))
                .param("id", application)
                .param("version", version)
                .update();
    }

    private static String digest(List<String> ids) {
        try {
            byte[] all = String.join("\n", ids).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
