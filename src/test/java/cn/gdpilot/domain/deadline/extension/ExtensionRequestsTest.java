package cn.gdpilot.domain.deadline.extension;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.Round;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ExtensionRequestsTest extends DataTest {

    private static final String CITY = "city-440900";

    @Autowired
    private ExtensionRequests requests;

    private Round round;

    @BeforeEach
    void round() {
        round = givenRound();
    }

    @Test
    @DisplayName("R4.1 asked for one city → the same waits, and nothing for another, for all or of the other date")
    void ofThatUnit() {
        ask(CITY);

        assertThat(waits(CITY, DeadlineKind.CITY)).isTrue();
        assertThat(waits("city-440800", DeadlineKind.CITY)).isFalse();
        assertThat(waits(null, DeadlineKind.CITY)).isFalse();
        assertThat(waits(CITY, DeadlineKind.MINISTRY)).isFalse();
    }

    @Test
    @DisplayName("R4.1 asked for all → it waits for all, not for one city")
    void ofAll() {
        ask(null);

        assertThat(waits(null, DeadlineKind.CITY)).isTrue();
        assertThat(waits(CITY, DeadlineKind.CITY)).isFalse();
    }

    @Test
    @DisplayName("R4.1 refused by the second officer → it waits no more, and may be asked again")
    void decided() {
        ask(CITY);
        requests.decide(requests.of(round.id()).get(0).id(), false, "second");

        assertThat(waits(CITY, DeadlineKind.CITY)).isFalse();
    }

    @Test
    @DisplayName("R4.1 the date has moved or its closing came since → what was asked before is in nobody's way")
    void overtaken() {
        ask(CITY);

        assertThat(requests.waits(
                        round.id(),
                        CITY,
                        DeadlineKind.CITY,
                        round.cityDeadline().plusSeconds(60),
                        false))
                .isFalse();
        assertThat(requests.waits(round.id(), CITY, DeadlineKind.CITY, round.cityDeadline(), true))
                .isFalse();
    }

    private void ask(String unit) {
        requests.add(
                round.id(),
                unit,
                DeadlineKind.CITY,
                round.cityDeadline(),
                round.cityDeadline().plusSeconds(3600),
                "台风",
                false,
                "first");
    }

    private boolean waits(String unit, DeadlineKind kind) {
        return requests.waits(round.id(), unit, kind, round.cityDeadline(), false);
    }
}
