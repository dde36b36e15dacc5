package cn.gdpilot.domain.mail;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.record.RecordAnchors;
import cn.gdpilot.domain.record.RecordAnchors.Anchor;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Just after midnight the end of the record's chain is kept and mailed to the auditor, out of the database's reach. */
@Component
public class NightlyAnchor {

    private final RecordAnchors anchors;
    private final Outbox outbox;
    private final PilotClock clock;
    private final String auditor;

    NightlyAnchor(
            RecordAnchors anchors, Outbox outbox, PilotClock clock, @Value("${pilot.audit.mail-to}") String auditor) {
        this.anchors = anchors;
        this.outbox = outbox;
        this.clock = clock;
        this.auditor = auditor;
    }

    /** Keeps and mails it once a day, on whichever node comes first. */
    @Scheduled(cron = "0 5 0 * * *", zone = "Asia/Shanghai")
    @Transactional
    public void keep() {
        LocalDate day = clock.today().minusDays(1);
        if (anchors.keep(day)) {
            Anchor end = anchors.now();
            outbox.post(Letter.of(
                            "record-head/" + day,
                            null,
                            LetterKind.RECORD_HEAD,
                            auditor,
                            Map.of("day", day.toString(), "lines", String.valueOf(end.seq()), "hash", end.hash()))
                    .forReader(Group.AUDITOR));
        }
    }
}
