package cn.gdpilot.domain.pilot;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.pilot.PilotList.Trouble;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes earlier years' lists into the register, so that R2.5 holds for their pilots too. */
@Service
public class PilotImport {

    /** Bytes that a list may have. */
    public static final int LARGEST = 20 << 20;

    private final PilotRegister register;
    private final JdbcClient jdbc;
    private final RecordBook book;
    private final ApplicationEventPublisher events;
    private final PilotClock clock;

    PilotImport(
            PilotRegister register,
            JdbcClient jdbc,
            RecordBook book,
            ApplicationEventPublisher events,
            PilotClock clock) {
        this.register = register;
        this.jdbc = jdbc;
        this.book = book;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Enters what fits and is not there yet; a second import of the same list enters nothing.
     *
     * @throws Refusal if the file is too large, no table, or lacks a column
     */
    @Transactional
    public Report take(String fileName, byte[] file, Actor officer) {
        if (file.length == 0 || file.length > LARGEST) {
            throw Refusal.invalid("pilot-import.size", LARGEST >> 20);
        }
        String name = fileName.replaceAll("[\\p{Cntrl}<>]", "?").substring(0, Math.min(fileName.length(), 150));
        PilotList list = PilotList.read(file);
        int entered = register.enterAll(list.entries(), name);
        Report report = new Report(name, entered, list.entries().size() - entered, list.troubles(), list.unread());
        jdbc.sql("""
                insert into pilot_import (file_name, sha256, person, office, at, entered, known, refused)
                values (:name, :sha, :person, :office, :at, :entered, :known, :refused)""")
                .param("name", name)
                .param("sha", sha256(file))
                .param("person", officer.person())
                .param("office", officer.office())
                .param("at", PilotClock.timestamp(clock.now()))
                .param("entered", entered)
                .param("known", report.known())
                .param("refused", report.troubles().size())
                .update();
        book.write(RecordEvent.of(
                officer,
                "pilots.imported",
                name,
                Texts.of(
                        "pilot-import.recorded",
                        entered,
                        report.known(),
                        report.troubles().size())));
        if (entered > 0) {
            events.publishEvent(new PilotsEntered(entered));
        }
        return report;
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What became of a list.
     *
     * @param fileName its name
     * @param entered  pilots that are new in the register
     * @param known    pilots that were there
     * @param troubles lines that did not fit
     * @param unread   what of the file was not read at all
     */
    public record Report(String fileName, int entered, int known, List<Trouble> troubles, List<String> unread) {}
}
