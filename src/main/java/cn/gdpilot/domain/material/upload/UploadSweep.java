package cn.gdpilot.domain.material.upload;

import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.files.store.PartFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gives up uploads for which nothing has come for long, and clears away what crashes left half written. */
@Component
public class UploadSweep {

    private static final Logger LOG = LoggerFactory.getLogger(UploadSweep.class);
    private static final Duration HALF_WRITTEN = Duration.ofDays(1);

    private final Uploads uploads;
    private final FileStore store;

    UploadSweep(Uploads uploads, FileStore store) {
        this.uploads = uploads;
        this.store = store;
    }

    @Scheduled(
            fixedDelayString = "${pilot.materials.sweep-pause}",
            initialDelayString = "${pilot.materials.sweep-pause}")
    public void run() throws IOException {
        for (BegunUpload upload : uploads.expired()) {
            giveUp(upload);
        }
        // By the machine's clock, which dates the files, also where a rehearsal has moved the application's.
        store.sweepIncoming(Instant.now().minus(HALF_WRITTEN), uploads::isOpen);
    }

    /** Not while somebody is sending: the part is locked then. */
    private void giveUp(BegunUpload upload) throws IOException {
        Optional<PartFile> free = store.part(upload.id());
        if (free.isPresent()) {
            try (PartFile part = free.get()) {
                uploads.remove(upload.id());
                part.delete();
                LOG.info("Gave up upload {}, for which nothing came", upload.id());
            }
        }
    }
}
