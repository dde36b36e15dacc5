package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A moment at which somebody is reminded of a deadline.
 *
 * @param deadline what binds them
 * @param sentAt   when the letter goes out: now, or in the morning
 * @param planned  for how many days before it is planned, as the table counts; fewer are left where days off lie between
 * @param lastCall whether it is the last time
 */
public record ReminderMoment(Deadline deadline, Instant sentAt, int planned, boolean lastCall) {

    /** The letter; once for whoever asks again at this moment, another one when the deadline has moved. It is of no use after it. */
    public Letter letter(Round round, String template, String subject, String address, Map<String, String> words) {
        Map<String, String> all = new HashMap<>(words);
        all.put("title", round.title());
        all.put("deadline", deadline.text());
        all.put("days", String.valueOf(daysLeft()));
        all.put("left", left());
        return Letter.of(key(template, subject, address), round.id(), template, address, all)
                .within(sentAt, deadline.firstMomentAfter());
    }

    /** Whole days until then, as the letter tells. */
    private int daysLeft() {
        return Math.max(0, deadline.daysLeft(sentAt));
    }

    private String left() {
        String today = lastCall ? "reminder.hours" : "reminder.today";
        return daysLeft() == 0 ? Texts.of(today) : Texts.of("reminder.days", daysLeft());
    }

    private String key(String template, String subject, String address) {
        String moment = lastCall ? "last" : String.valueOf(planned);
        return String.join(
                "/", template, subject, String.valueOf(deadline.lastMoment().getEpochSecond()), moment, address);
    }
}
