package cn.gdpilot.domain.deadline;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.parameter.Related;
import biweekly.property.Method;
import biweekly.property.Trigger;
import biweekly.util.Duration;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.springframework.stereotype.Component;

/** A round's deadlines as entries for people's own calendars (RFC 5545); a later sequence replaces the entry. */
@Component
public class DeadlineEntries {

    private static final long LIMIT_BYTES = 64 * 1024;

    private final FileStore store;
    private final PilotClock clock;

    DeadlineEntries(FileStore store, PilotClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The deadlines as a file that goes with a letter.
     *
     * @param city     the date towards the Department that binds whoever gets it
     * @param ministry the date towards the ministry that binds them
     * @param sequence 0 at the opening, one more with each change
     */
    public Letter.Attachment of(Round round, Deadline city, Deadline ministry, int sequence) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//gdpilot//deadlines//ZH");
        calendar.setMethod(Method.PUBLISH);
        calendar.addEvent(event(round, "city", city, sequence));
        calendar.addEvent(event(round, "ministry", ministry, sequence));
        try {
            byte[] content = Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
            String key =
                    store.keep(new ByteArrayInputStream(content), LIMIT_BYTES).sha256();
            return new Letter.Attachment(Texts.of("deadlines.file"), key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private VEvent event(Round round, String kind, Deadline deadline, int sequence) {
        VEvent event = new VEvent();
        event.setUid(kind + "-deadline-" + round.id() + "@gdpilot");
        event.setSequence(sequence);
        event.setDateTimeStamp(Date.from(clock.now()));
        event.setDateStart(Date.from(deadline.lastMoment()));
        event.setDateEnd(Date.from(deadline.lastMoment()));
        event.setSummary(Texts.of("deadlines." + kind, round.title()));
        event.setDescription(Texts.of("deadlines.note"));
        event.addAlarm(VAlarm.display(
                new Trigger(Duration.builder().prior(true).days(1).build(), Related.START),
                Texts.of("deadlines." + kind, round.title())));
        return event;
    }
}
