package cn.gdpilot.domain.files.store;

import cn.gdpilot.domain.calendar.PilotClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes away what lies in the store and no record has named for a day: an upload whose application was closed meanwhile, or a crash. */
@Component
public class StoreSweep {

    private static final Logger LOG = LoggerFactory.getLogger(StoreSweep.class);
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final Place place;
    private final KeptFileTable kept;
    private final PilotClock clock;
    private final TransactionTemplate transaction;

    StoreSweep(Place place, KeptFileTable kept, PilotClock clock, TransactionTemplate transaction) {
        this.place = place;
        this.kept = kept;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(
            fixedDelayString = "${pilot.materials.sweep-pause}",
            initialDelayString = "${pilot.materials.sweep-pause}")
    public void run() {
        Instant before = clock.now().minus(PATIENCE);
        for (String sha256 : kept.unnamed(before)) {
            transaction.executeWithoutResult(status -> sweep(sha256, before));
        }
    }

    /** The row goes first and is locked until the content is gone, so that nobody keeps the same content in between. */
    private void sweep(String sha256, Instant before) {
        if (kept.forget(sha256, before)) {
            try {
                place.remove(sha256);
                LOG.info("Swept {}, which no record names", sha256);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
