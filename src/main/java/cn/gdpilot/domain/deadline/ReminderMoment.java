package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A moment at which somebody is reminded of a date.
 *
 * @param date     what binds them
 * @param sentAt   when the letter goes out: now, or in the morning
 * @param planned  for how many days before it is planned, as the table counts, negative after it; fewer are left where
 *     days off lie between
 * @param lastCall whether it is the last time
 */
public record ReminderMoment(DueDate date, Instant sentAt, int planned, boolean lastCall) {

    /**
     * The letter; once for whoever asks again at this moment, another one when the date has moved. What says how long there
     * is still time is of no use after it; what says that work is overdue stays true.
     */
    public Letter letter(Round round, String template, String subject, String address, Map<String, String> words) {
        Map<String, String> all = new HashMap<>(words);
        all.put("title", round.title());
        all.put("deadline", date.deadline().text());
        all.put("days", String.valueOf(Math.max(0, daysLeft())));
        all.put("left", left());
        return Letter.named(key(template, subject, address), round.id(), template, address, all)
                .within(sentAt, overdue() ? null : date.deadline().firstMomentAfter());
    }

    /** Whole days until then, as the letter tells. */
    private int daysLeft() {
        return date.deadline().daysLeft(sentAt);
    }

    private boolean overdue() {
        return date.remindsWhenOverdue() && daysLeft() < 0;
    }

    private String left() {
        if (overdue()) {
            return Texts.of("reminder.overdue", -daysLeft());
        }
        String today = lastCall ? "reminder.hours" : "reminder.today";
        return daysLeft() <= 0 ? Texts.of(today) : Texts.of("reminder.days", daysLeft());
    }

    private String key(String template, String subject, String address) {
        String moment = lastCall ? "last" : String.valueOf(planned);
        String second = String.valueOf(date.deadline().lastMoment().getEpochSecond());
        return String.join("/", template, subject, second, moment, address);
    }
}
