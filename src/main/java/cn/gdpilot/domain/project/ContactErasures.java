package cn.gdpilot.domain.project;

import cn.gdpilot.domain.calendar.PilotClock;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Erases contacts from the applications of a round and from their submitted versions, and keeps the proof of it. */
@Repository
public class ContactErasures {

    private final JdbcClient jdbc;

    ContactErasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True if the contacts of that round have been erased. */
    public boolean isDone(String roundId) {
        return jdbc.sql("select count(*) from contact_erasure where round_id = :round")
                        .param("round", roundId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** True if the contacts of that application's round have been erased: its versions are then no longer word for word as submitted. */
    public boolean isDoneFor(String applicationId) {
        return jdbc.sql(
                                "select count(*) from contact_erasure e join application a on a.round_id = e.round_id where a.id = :id")
                        .param("id", applicationId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Erases the contacts from a round's applications; returns their numbers, in order. */
    public List<String> eraseApplications(String roundId) {
        List<String> ids = jdbc.sql("select id from application where round_id = :round order by id")
                .param("round", roundId)
                .query(String.class)
                .list();
        jdbc.sql(
                        "update application set contact_name = '', contact_phone = '', contact_email = '' where round_id = :round")
                .param("round", roundId)
                .update();
        return ids;
    }

    /**
     * Rewrites all submitted versions of an application.
     *
     * @param withoutContacts makes of a version's text the text that stays
     * @return number of versions
     */
    public int eraseVersions(String applicationId, UnaryOperator<String> withoutContacts) {
        List<Integer> versions = jdbc.sql("select version from application_snapshot where application_id = :id")
                .param("id", applicationId)
                .query(Integer.class)
                .list();
        versions.forEach(version -> eraseVersion(applicationId, version, withoutContacts));
        return versions.size();
    }

    private void eraseVersion(String applicationId, int version, UnaryOperator<String> withoutContacts) {
        String content = jdbc.sql(
                        "select content from application_snapshot where application_id = :id and version = :version")
                .param("id", applicationId)
                .param("version", version)
                .query(String.class)
                .single();
        jdbc.sql("update application_snapshot set content = :content where application_id = :id and version = :version")
                .param("content", withoutContacts.apply(content))
                .param("id", applicationId)
                .param("version", version)
                .update();
    }

    /** Keeps the proof that a round's contacts have been erased. */
    public void keep(Proof proof) {
        jdbc.sql("""
                insert into contact_erasure (round_id, erased_at, applications, versions, letters, digest)
                values (:round, :at, :applications, :versions, :letters, :digest)""")
                .param("round", proof.roundId())
                .param("at", PilotClock.timestamp(proof.erasedAt()))
                .param("applications", proof.applications())
                .param("versions", proof.versions())
                .param("letters", proof.letters())
                .param("digest", proof.digest())
                .update();
    }

    /**
     * The proof of an erasure.
     *
     * @param roundId      round
     * @param erasedAt     moment of the erasure
     * @param applications number of applications
     * @param versions     number of submitted versions
     * @param letters      number of letters
     * @param digest       SHA-256 over the applications' numbers, in hexadecimal
     */
    public record Proof(String roundId, Instant erasedAt, int applications, int versions, int letters, String digest) {}
}
