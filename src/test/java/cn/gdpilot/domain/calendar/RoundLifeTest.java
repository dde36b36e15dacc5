package cn.gdpilot.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.text.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoundLifeTest extends DataTest {

    private static final Instant LATER = Instant.parse("2026-12-30T01:00:00Z");

    @Test
    @DisplayName("a round of the year is open → a second one is refused")
    void secondRefused() {
        Round first = givenRound();

        assertThatThrownBy(() -> again(first))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(String.valueOf(first.roundYear()));
    }

    @Test
    @DisplayName("the first round is announced → a second one of the year may open")
    void afterAnnouncement() {
        Round first = givenRound();
        rounds.announced(first.id(), LATER);

        assertThat(again(first).id()).isEqualTo(first.roundYear() + "-2");
    }

    @Test
    @DisplayName("the first round is void → a second one of the year may open")
    void afterVoid() {
        Round first = givenRound();
        rounds.voided(first.id(), LATER);

        assertThat(again(first).open()).isTrue();
    }

    @Test
    @DisplayName("an announced round → is not void afterwards")
    void announcedForEver() {
        Round round = givenRound();
        rounds.announced(round.id(), LATER);

        rounds.voided(round.id(), LATER);

        assertThat(rounds.get(round.id()).voidAt()).isNull();
    }

    @Test
    @Committed
    @DisplayName("two rounds of a year start in one instant → one opens, the other is refused")
    void race() throws Exception {
        Round past = committed(this::givenRound);
        committed(() -> {
            rounds.voided(past.id(), LATER);
            return null;
        });

        List<Outcome<Round>> outcomes = atOnce(() -> again(past), () -> again(past));

        assertThat(outcomes).filteredOn(Outcome::committed).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.committed())
                .singleElement()
                .satisfies(refused -> assertThat(refused.failure()).isInstanceOf(Refusal.class));
    }

    private Round again(Round like) {
        return rounds.add(like.roundYear(), "再次启动", "", like.cityDeadline(), like.ministryDeadline(), like.openedAt());
    }
}
