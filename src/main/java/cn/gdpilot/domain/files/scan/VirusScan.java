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
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has uploaded files looked at by a scanner, after the upload and apart from it: a scanner that is down never blocks a
 * submission, it only keeps officers from opening what nobody has looked at.
 */
@Component
public class VirusScan {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);
    private static final int BATCH = 50;
    private static final int LONGEST_FINDING = 200;

    private final List<FilesToScan> sources;
    private final JdbcClient jdbc;
    private final FileStore store;
    private final Clamd scanner;
    private final ScannerSettings settings;
    private final PilotClock clock;
    private final RecordBook book;
    private final TransactionTemplate apart;

    VirusScan(
            List<FilesToScan> sources,
            JdbcClient jdbc,
            FileStore store,
            Clamd scanner,
            ScannerSettings settings,
            PilotClock clock,
            RecordBook book,
            PlatformTransactionManager transactions) {
        this.sources = sources;
        this.jdbc = jdbc;
        this.store = store;
        this.scanner = scanner;
        this.settings = settings;
        this.clock = clock;
        this.book = book;
        this.apart = new TransactionTemplate(transactions);
    }

    /** Looks at what waits; stops where the scanner is down or silent, and comes back to it. A file that it can not look into holds up no other. */
    @Scheduled(fixedDelayString = "${pilot.materials.scanner.pause}")
    public void run() {
        if (!settings.isConfigured()) {
            return;
        }
        try {
            for (String sha256 : waiting()) {
                lookUnlessKnown(sha256);
            }
        } catch (IOException e) {
            LOG.warn("The virus scanner could not look and will be asked again: {}", e.toString());
        }
    }

    private void lookUnlessKnown(String sha256) throws IOException {
        try {
            look(sha256);
        } catch (DuplicateKeyException otherNode) {
            LOG.debug("File {} was looked at by another node", sha256);
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

    /** True if there is a scanner, so that a page can show what it said. */
    public boolean isOn() {
        return settings.isConfigured();
    }

    /** @throws Refusal if an officer may not open the file: infected, or not looked into yet and the setting asks for it */
    public void checkOpen(String sha256) {
        ScanState state = state(sha256);
        if (state == ScanState.INFECTED) {
            throw Refusal.forbidden("scan.infected");
        }
        if (state == ScanState.FAILED && settings.onlyClean()) {
            throw Refusal.conflict("scan.failed");
        }
        if (state == ScanState.PENDING && settings.onlyClean()) {
            throw Refusal.conflict("scan.pending");
        }
    }

    private List<String> waiting() {
        return jdbc.sql("""
                        select sha256 from (%s) m
                        where not exists (
                          select 1 from file_scan s
                          where s.sha256 = m.sha256 and (s.state <> 'FAILED' or s.scanned_at > :again))
                        limit :most""".formatted(sources.stream().map(FilesToScan::select).collect(Collectors.joining(" union "))))
                .param("again", PilotClock.timestamp(clock.now().minus(settings.retry())))
                .param("most", BATCH)
                .query(String.class)
                .list();
    }

    private void look(String sha256) throws IOException {
        OptionalLong size = store.size(sha256);
        ScanAnswer answer;
        if (size.isEmpty()) {
            answer = new ScanAnswer(ScanState.FAILED, Optional.of("not in the store"));
        } else if (size.getAsLong() > settings.limit().toBytes()) {
            answer = new ScanAnswer(ScanState.TOO_LARGE, Optional.empty());
        } else {
            answer = scanner.scan(store.content(sha256));
        }
        apart.executeWithoutResult(transaction -> keep(sha256, answer));
    }

    /** The state and its line in the record come together or not at all. */
    private void keep(String sha256, ScanAnswer answer) {
        boolean first = jdbc.sql("delete from file_scan where sha256 = :sha256 and state = 'FAILED'")
                        .param("sha256", sha256)
                        .update()
                == 0;
        String finding = answer.finding()
                .map(said -> said.substring(0, Math.min(said.length(), LONGEST_FINDING)))
                .orElse(null);
        jdbc.sql("insert into file_scan (sha256, state, finding, scanned_at) values (:sha256, :state, :finding, :at)")
                .param("sha256", sha256)
                .param("state", answer.state().name())
                .param("finding", finding)
                .param("at", PilotClock.timestamp(clock.now()))
                .update();
        if (answer.state() == ScanState.INFECTED) {
            LOG.warn("File {} is infected: {}", sha256, finding);
            book.write(RecordEvent.of(Actor.SYSTEM, "file.infected", sha256, finding));
        }
        if (answer.state() == ScanState.FAILED && first) {
            LOG.warn("The virus scanner could not look into file {}: {}", sha256, finding);
            book.write(RecordEvent.of(Actor.SYSTEM, "file.unscanned", sha256, finding));
        }
    }
}
