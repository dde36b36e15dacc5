package cn.gdpilot.domain.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.publicity.HearingSettings;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

/** The ministry's deadline is the end of 2026-12-20, the CA's own day two later; an objection has ten working days. */
class AnswerDueTest {

    private static final long LIST = 7;

    private final Publicities publicities = mock();
    private final Objections objections = mock();
    private final ListDue lists = mock();
    private final PilotClock clock = mock();
    private final RecordBook book = mock();

    @ParameterizedTest
    @CsvSource({
        "dept-44,  2026-12-02T02:00:00Z, 2026-12-16T15:59:59Z",
        "dept-44,  2026-12-10T02:00:00Z, 2026-12-20T15:59:59Z",
        "ca-44,    2026-12-10T02:00:00Z, 2026-12-22T15:59:59Z",
        "dept-44,  2026-12-21T02:00:00Z, 2027-01-05T15:59:59Z",
        "ministry, 2026-12-10T02:00:00Z, 2026-12-24T15:59:59Z"
    })
    @DisplayName("R4.3 answer to an objection → due after its days or by the ministry's deadline, whichever is earlier")
    void due(String unit, Instant now, Instant due) {
        when(clock.now()).thenReturn(now);
        when(publicities.lock(LIST))
                .thenReturn(new Publicity(LIST, "2026", unit, "officer", now, now.plusSeconds(60), null));
        when(lists.atMinistry("2026", "dept-44")).thenReturn(until("2026-12-20T16:00:00Z"));
        when(lists.atMinistry("2026", "ca-44")).thenReturn(until("2026-12-22T16:00:00Z"));
        ArgumentCaptor<Objection> kept = ArgumentCaptor.captor();
        when(objections.add(kept.capture(), any(), anyInt())).thenAnswer(call -> kept.getValue());
        Hearing hearing = new Hearing(
                publicities,
                objections,
                new HearingSettings(true, 30, 5, 10, 100),
                null,
                null,
                new WorkingDays(new ReferenceFiles(Path.of("content/reference")), true),
                null,
                lists,
                book,
                clock);

        hearing.objectToList(LIST, null, new Said(null, "某人", "020-1", "不实", Said.PUBLIC));

        assertThat(kept.getValue().dueAt()).isEqualTo(due);
    }

    private static Deadline until(String lastMoment) {
        return new Deadline(Instant.parse(lastMoment));
    }
}
