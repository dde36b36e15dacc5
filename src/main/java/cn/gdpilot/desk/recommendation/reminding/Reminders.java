package cn.gdpilot.desk.recommendation.reminding;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.ReminderMoment;
import cn.gdpilot.domain.deadline.ReminderMoments;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.ReminderTable;
import cn.gdpilot.domain.mail.ReminderTable.Reminder;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds offices whose list has not arrived, as the table reminder-schedule says for the moment. */
@Service
class Reminders {

    private static final String DESTINATION = "DESTINATION";
    private static final Set<Recommendation.State> OVER =
            Set.of(Recommendation.State.ARRIVED, Recommendation.State.MISSED, Recommendation.State.ZERO);

    private final Rounds rounds;
    private final Units units;
    private final ListRecipients recipients;
    private final Recommendations recommendations;
    private final ReminderTable table;
    private final ReminderMoments moments;
    private final UnitDeadlines deadlines;
    private final Outbox outbox;

    Reminders(
            Rounds rounds,
            Units units,
            ListRecipients recipients,
            Recommendations recommendations,
            ReminderTable table,
            ReminderMoments moments,
            UnitDeadlines deadlines,
            Outbox outbox) {
        this.rounds = rounds;
        this.units = units;
        this.recipients = recipients;
        this.recommendations = recommendations;
        this.table = table;
        this.moments = moments;
        this.deadlines = deadlines;
        this.outbox = outbox;
    }

    /** Sends what is due now for one unit; asked twice for the same moment, each letter still goes out once. */
    @Transactional
    public void send(String roundId, String unitId) {
        Round round = rounds.get(roundId);
        Recommendation list = recommendations.get(roundId, unitId);
        boolean done = list.state() == Recommendation.State.ARRIVED || list.state() == Recommendation.State.ZERO;
        Map<String, Notice> due = new LinkedHashMap<>();
        for (ReminderMoment moment : moments.of(deadlines.delivery(roundId, unitId))) {
            for (Reminder reminder : table.due(list.deadline(), moment.planned(), done)) {
                recipients
                        .of(reminder, list)
                        .ifPresent(recipient -> due.merge(
                                recipient.mailbox(), new Notice(reminder, moment, recipient), Notice::graver));
            }
        }
        due.values().forEach(notice -> remind(round, list, notice));
    }

    private void remind(Round round, Recommendation list, Notice notice) {
        Map<String, String> words = new HashMap<>();
        words.put("unit", notice.recipient().name());
        words.put("state", Texts.label("list", list.state()));
        String subject = list.id();
        if (notice.reminder().recipient().startsWith(DESTINATION)) {
            // One letter with all that are missing, in place of one for each unit.
            List<Recommendation> missing = missing(list, notice.moment());
            words.put("count", String.valueOf(missing.size()));
            words.put("units", missing.stream().map(this::progress).collect(Collectors.joining("\n")));
            subject = round.id();
        }
        outbox.post(notice.moment()
                .letter(
                        round,
                        notice.reminder().template(),
                        subject,
                        notice.recipient().group(),
                        words));
    }

    /** What the same office still expects by the same deadline. */
    private List<Recommendation> missing(Recommendation list, ReminderMoment moment) {
        return recommendations.ofRound(list.roundId()).stream()
                .filter(other -> other.destination().equals(list.destination()))
                .filter(other -> !OVER.contains(other.state()))
                .filter(other -> deadlines
                        .delivery(other.roundId(), other.unitId())
                        .equals(moment.date().deadline()))
                .toList();
    }

    private String progress(Recommendation list) {
        return Texts.of("reminder.progress", units.get(list.unitId()).name(), Texts.label("list", list.state()));
    }

    /**
     * A reminder to one person.
     *
     * @param reminder  row of the table
     * @param moment    when
     * @param recipient person
     */
    private record Notice(Reminder reminder, ReminderMoment moment, ListRecipients.Recipient recipient) {

        /** Of two at one moment a person gets the graver one only. */
        Notice graver(Notice other) {
            return other.reminder().escalation() > reminder.escalation() ? other : this;
        }
    }
}
