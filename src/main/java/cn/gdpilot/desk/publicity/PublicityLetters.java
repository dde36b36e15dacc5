package cn.gdpilot.desk.publicity;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.LetterKind;
import cn.gdpilot.domain.objection.PublicityLater;
import cn.gdpilot.domain.publicity.Publicity;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells an office that a holiday has moved the end of its publicity, or would move it past the day by which it has to be over. */
@Component
class PublicityLetters {

    private final Outbox outbox;
    private final Units units;

    PublicityLetters(Outbox outbox, Units units) {
        this.outbox = outbox;
        this.units = units;
    }

    /** Once a move: the hourly look comes to the same moment again, and the outbox keeps one letter a key. */
    @EventListener
    void later(PublicityLater later) {
        Publicity list = later.publicity();
        boolean bounded = later.wanted().isAfter(list.endsAt());
        outbox.post(Letter.of(
                LetterKind.PUBLICITY_LATER.text() + "/" + list.id() + "/"
                        + list.endsAt().getEpochSecond() + "/" + later.wanted().getEpochSecond(),
                list.roundId(),
                LetterKind.PUBLICITY_LATER,
                list.unitId(),
                Map.of(
                        "unit",
                        units.get(list.unitId()).name(),
                        "due",
                        new Deadline(list.endsAt()).text(),
                        "moved",
                        later.moved() ? new Deadline(list.endsAt()).text() : "",
                        "wanted",
                        bounded ? new Deadline(later.wanted()).text() : "")));
    }
}
