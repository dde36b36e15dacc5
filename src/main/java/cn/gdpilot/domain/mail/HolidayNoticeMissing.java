package cn.gdpilot.domain.mail;

import cn.gdpilot.domain.calendar.Estimates;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.mail.letters.LetterKind;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From November on the operators are asked, once for a year, to enter the notice of its holidays. */
@Component
public class HolidayNoticeMissing {

    private final Estimates estimates;
    private final Outbox outbox;
    private final String operators;

    HolidayNoticeMissing(Estimates estimates, Outbox outbox, @Value("${pilot.operators.mail-to}") String operators) {
        this.estimates = estimates;
        this.outbox = outbox;
        this.operators = operators;
    }

    /** On whichever node comes first. */
    @Scheduled(cron = "0 30 8 * * *", zone = "Asia/Shanghai")
    @Transactional
    public void ask() {
        estimates
                .missingYear()
                .ifPresent(year -> outbox.post(Letter.of(
                                "holiday-notice/" + year,
                                null,
                                LetterKind.HOLIDAY_NOTICE,
                                operators,
                                Map.of("year", String.valueOf(year)))
                        .forReader(Group.OPERATOR)));
    }
}
