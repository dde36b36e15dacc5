package cn.gdpilot.desk.expertreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.calendar.Daytime;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Times;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.project.ApplicationFixture;
import cn.gdpilot.domain.scoring.Assignment;
import cn.gdpilot.domain.scoring.Expert;
import cn.gdpilot.domain.scoring.Experts;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

class ExpertLettersTest {

    private final Outbox outbox = mock();
    private final Experts experts = mock();
    private final PilotClock clock = mock();
    private final ExpertLetters letters = new ExpertLetters(
            outbox,
            experts,
            new Times(),
            new Daytime(new WorkingDays(new ReferenceFiles(Path.of("content/reference")), true)),
            clock);

    @ParameterizedTest(name = "at {0} → from {1}")
    @CsvSource({
        // Friday to Saturday, when offices are closed.
        "2026-12-12T00:00:01, 2026-12-14T08:00:00",
        "2026-12-10T14:00:00, 2026-12-10T14:00:00"
    })
    @DisplayName("expert appointed when another's time ended at midnight → written to on the next working morning")
    void byDay(String now, String from) {
        when(clock.now()).thenReturn(at(now));
        when(experts.find("expert-1"))
                .thenReturn(Optional.of(
                        new Expert("expert-1", "专家", "某大学", null, "广州市", "expert-1@example.org", "", "", true)));

        letters.appointed(
                ApplicationFixture.given().build(),
                new Assignment(1, 1, "expert-1", Assignment.State.APPOINTED, at(now), at(now), null, null, null, null));

        ArgumentCaptor<Letter> posted = ArgumentCaptor.captor();
        verify(outbox).post(posted.capture());
        assertThat(posted.getValue().notBefore()).isEqualTo(at(from));
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + "+08:00").toInstant();
    }
}
