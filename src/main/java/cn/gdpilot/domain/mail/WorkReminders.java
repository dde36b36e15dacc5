package cn.gdpilot.domain.mail;

import cn.gdpilot.domain.calendar.Daytime;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.mail.ReminderTable.Reminder;
import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reminds offices of tasks that are due or overdue and escalates them, as the table reminder-schedule says for the day
 * (deadline WORK): one letter a person with all that waits, on working days only.
 */
@Component
public class WorkReminders {

    private static final String LEAD = "-lead";

    private final Units units;
    private final ReminderTable table;
    private final Outbox outbox;
    private final WorkingDays workingDays;
    private final Daytime daytime;
    private final PilotClock clock;

    WorkReminders(
            Units units,
            ReminderTable table,
            Outbox outbox,
            WorkingDays workingDays,
            Daytime daytime,
            PilotClock clock) {
        this.units = units;
        this.table = table;
        this.outbox = outbox;
        this.workingDays = workingDays;
        this.daytime = daytime;
        this.clock = clock;
    }

    /** Sends what is due today; asked twice for the same day, each letter still goes out once. */
    public void send(Round round, List<OpenWork> work) {
        work.stream()
                .filter(one -> units.find(office(one.group())).isPresent())
                .collect(Collectors.groupingBy(
                        one -> new Tray(one.group(), new Deadline(one.due())), LinkedHashMap::new, Collectors.toList()))
                .forEach((tray, ones) -> send(round, tray, ones));
    }

    private void send(Round round, Tray tray, List<OpenWork> ones) {
        LocalDate today = clock.today();
        Map<String, Notice> due = new LinkedHashMap<>();
        workingDays.remindedOn(today).forEach(day -> {
            int planned = tray.deadline().daysLeft(day);
            table.dueForWork(planned)
                    .forEach(reminder -> address(reminder, tray.group())
                            .ifPresent(to -> due.merge(to, new Notice(reminder, planned), Notice::graver)));
        });
        due.forEach((to, notice) -> post(round, tray, ones, to, notice));
    }

    private void post(Round round, Tray tray, List<OpenWork> ones, String to, Notice notice) {
        Instant sentAt = daytime.atOrAfter(clock.now());
        int left = tray.deadline().daysLeft(sentAt);
        String lines = ones.stream()
                .map(one -> Texts.of("reminder.work", one.task(), one.count()))
                .collect(Collectors.joining("\n"));
        outbox.post(Letter.of(
                        String.join(
                                "/",
                                notice.reminder().template(),
                                round.id(),
                                tray.group(),
                                String.valueOf(tray.deadline().lastMoment().getEpochSecond()),
                                String.valueOf(notice.planned()),
                                to),
                        round.id(),
                        notice.reminder().template(),
                        to,
                        Map.of(
                                "unit", units.get(office(tray.group())).name(),
                                "title", round.title(),
                                "deadline", tray.deadline().text(),
                                "left",
                                        left < 0
                                                ? Texts.of("reminder.overdue", -left)
                                                : left == 0
                                                        ? Texts.of("reminder.today")
                                                        : Texts.of("reminder.days", left),
                                "tasks", lines))
                // What says how long there is still time is not sent once it is overdue; what is overdue stays so.
                .within(sentAt, left < 0 ? null : tray.deadline().firstMomentAfter()));
    }

    /** Up the ladder; above the ministry there is nobody. */
    private Optional<String> address(Reminder reminder, String group) {
        Unit office = units.get(office(group));
        Optional<Unit> above = Optional.of(units.get(Unit.DEPARTMENT))
                .filter(department -> !office.id().equals(Unit.MINISTRY));
        return switch (reminder.recipient()) {
            case "HANDLER" -> Optional.of(group.endsWith(LEAD) ? office.leadEmail() : office.email());
            case "LEAD" -> Optional.of(office.leadEmail());
            case "DESTINATION" -> above.map(Unit::email);
            case "DESTINATION_LEAD" -> above.map(Unit::leadEmail);
            // An applicant has no task of an office.
            case "APPLICANT" -> Optional.empty();
            default ->
                throw new IllegalStateException("reminder-schedule names an unknown recipient " + reminder.recipient());
        };
    }

    private static String office(String group) {
        return group.endsWith(LEAD) ? group.substring(0, group.length() - LEAD.length()) : group;
    }

    private record Tray(String group, Deadline deadline) {}

    private record Notice(Reminder reminder, int planned) {

        /** Of two on one day a person gets the graver one only. */
        Notice graver(Notice other) {
            return other.reminder().escalation() > reminder.escalation() ? other : this;
        }
    }
}
