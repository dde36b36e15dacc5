package cn.gdpilot.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.calendar.Estimates;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HolidayNoticeMissingTest extends DataTest {

    private static final String OPERATORS = "operator@example.org";

    @Autowired
    private Outbox outbox;

    private final Estimates estimates = mock();

    @Test
    @DisplayName("R4.5 the next year's holidays are not entered on two mornings → the operators get one mail")
    void once() {
        when(estimates.missingYear()).thenReturn(Optional.of(2199));
        HolidayNoticeMissing asking = new HolidayNoticeMissing(estimates, outbox, OPERATORS);

        asking.ask();
        asking.ask();

        assertThat(letters()).isEqualTo(1);
    }

    @Test
    @DisplayName("R4.5 entered, and a year later the next one is missing → another mail")
    void nextYear() {
        when(estimates.missingYear()).thenReturn(Optional.of(2199), Optional.empty(), Optional.of(2200));
        HolidayNoticeMissing asking = new HolidayNoticeMissing(estimates, outbox, OPERATORS);

        asking.ask();
        asking.ask();
        asking.ask();

        assertThat(letters()).isEqualTo(2);
    }

    private int letters() {
        return jdbc.sql("select count(*) from outbox where kind = 'holiday-notice' and recipient = :to")
                .param("to", OPERATORS)
                .query(Integer.class)
                .single();
    }
}
