package cn.gdpilot.domain.files.scan;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has uploaded files looked at by a scanner, after the upload and apart from it: a scanner that is down never blocks a
 * submission, it only keeps officers from opening what nobody has looked at.
 */
@Component
public class VirusScan {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);
    private static final int BATCH = 50;

    private final List<FilesToScan> sources;
    private final JdbcClient jdbc;
    private final FileStore store;
    private final Clamd scanner;
    private final ScannerSettings settings;
    private final PilotClock clock;
    private final RecordBook book;

    VirusScan(
            List<FilesToScan> sources,
            JdbcClient jdbc,
            FileStore store,
            Clamd scanner,
            ScannerSettings settings,
            PilotClock clock,
            RecordBook book) {
        this.sources = sources;
        this.jdbc = jdbc;
        this.store = store;
        this.scanner = scanner;
        this.settings = settings;
        this.clock = clock;
        this.book = book;
    }

    /** Looks at what waits; stops at the first file that could not be looked at, and comes back to it. */
    @Scheduled(fixedDelayString = "${pilot.materials.scanner.pause}")
    public void run() {
        if (!settings.isConfigured()) {
            return;
        }
        try {
            for (String sha256 : waiting()) {
                look(sha256);
            }
        } catch (IOException e) {
            LOG.warn("The virus scanner could not look and will be asked again: {}", e.toString());
        }
    }

    /** What is known of a file; CLEAN where no scanner is configured. */
    public ScanState state(String sha256) {
        if (!settings.isConfigured()) {
            return ScanState.CLEAN;
        }
        Optional<String> state = jdbc.sql("select state from file_scan where sha256 = :sha256")
                .param("sha256", sha256)
                .query(String.class)
                .optional();
        return state.map(ScanState::valueOf).orElse(ScanState.PENDING);
    }

    /** Whether there is a scanner, so that a page can show what it said. */
    public boolean isOn() {
        return settings.isConfigured();
    }

    /** @throws Refusal if an officer may not open the file: infected, or not looked at yet and the setting asks for it */
    public void checkOpen(String sha256) {
        ScanState state = state(sha256);
        if (state == ScanState.INFECTED) {
            throw Refusal.forbidden("scan.infected");
        }
        if (state == ScanState.PENDING && settings.onlyClean()) {
            throw Refusal.conflict("scan.pending");
        }
    }

    private List<String> waiting() {
        return jdbc.sql("""
                        select sha256 from (%s) m
                        where not exists (select 1 from file_scan s where s.sha256 = m.sha256)
                        limit :most""".formatted(sources.stream().map(FilesToScan::select).collect(Collectors.joining(" union "))))
                .param("most", BATCH)
                .query(String.class)
                .list();
    }

    private void look(String sha256) throws IOException {
        Resource file = store.content(sha256);
        if (file.contentLength() > settings.limit().toBytes()) {
            keep(sha256, ScanState.TOO_LARGE, null);
            return;
        }
        Optional<String> finding = scanner.scan(file);
        keep(sha256, finding.isPresent() ? ScanState.INFECTED : ScanState.CLEAN, finding.orElse(null));
        finding.ifPresent(virus -> {
            LOG.warn("File {} is infected: {}", sha256, virus);
            book.write(RecordEvent.of(Actor.SYSTEM, "file.infected", sha256, virus));
        });
    }

    private void keep(String sha256, ScanState state, String finding) {
        try {
            jdbc.sql(
                            "insert into file_scan (sha256, state, finding, scanned_at) values (:sha256, :state, :finding, :at)")
                    .param("sha256", sha256)
                    .param("state", state.name())
                    .param("finding", finding == null || finding.length() <= 200 ? finding : finding.substring(0, 200))
                    .param("at", PilotClock.timestamp(clock.now()))
                    .update();
        } catch (DuplicateKeyException otherNode) {
            LOG.debug("File {} was looked at by another node", sha256);
        }
    }
}
