package cn.gdpilot.desk.publicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.objection.PublicityLater;
import cn.gdpilot.domain.publicity.Publicity;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class PublicityLettersTest {

    private static final Instant END = Instant.parse("2026-12-18T16:00:00Z");

    private final Outbox outbox = mock();
    private final Units units = mock();
    private final PublicityLetters letters = new PublicityLetters(outbox, units);

    @BeforeEach
    void office() {
        Unit department = mock();
        when(department.name()).thenReturn("省厅");
        when(units.get("dept-44")).thenReturn(department);
    }

    @Test
    @DisplayName("R4.5 publicity moves as far as its days ask → its office learns the new end")
    void moved() {
        Letter letter = later(END, END, true);

        assertThat(letter.recipient()).isEqualTo("dept-44");
        assertThat(letter.words()).containsEntry("moved", "2026年12月18日 24:00").containsEntry("wanted", "");
    }

    @Test
    @DisplayName("R4.3 publicity moves less far than its days ask → its office learns both; again → the same letter")
    void bounded() {
        Letter letter = later(END, END.plusSeconds(86_400), true);
        Letter again = later(END, END.plusSeconds(86_400), false);
        Letter further = later(END.plusSeconds(86_400), END.plusSeconds(86_400), true);

        assertThat(letter.words()).containsEntry("wanted", "2026年12月19日 24:00");
        assertThat(again.dedupKey()).isEqualTo(letter.dedupKey());
        assertThat(further.dedupKey()).isNotEqualTo(letter.dedupKey());
    }

    @Test
    @DisplayName("R4.3 publicity ends as late as it may already → its office is not told that it has moved")
    void stays() {
        Letter letter = later(END, END.plusSeconds(86_400), false);

        assertThat(letter.words())
                .containsEntry("moved", "")
                .containsEntry("due", "2026年12月18日 24:00")
                .containsEntry("wanted", "2026年12月19日 24:00");
    }

    private Letter later(Instant end, Instant wanted, boolean moved) {
        letters.later(new PublicityLater(
                new Publicity(7, "2026", "dept-44", "officer", Instant.EPOCH, end, null), wanted, moved));
        ArgumentCaptor<Letter> posted = ArgumentCaptor.captor();
        verify(outbox, atLeastOnce()).post(posted.capture());
        return posted.getValue();
    }
}
