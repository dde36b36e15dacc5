package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.ReminderTable;
import cn.gdpilot.domain.mail.ReminderTable.Reminder;
import cn.gdpilot.domain.text.Texts;
import java.time.Instant;
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

    private final Units units;
    private final UnitContacts contacts;
    private final ReminderTable table;
    private final Outbox outbox;
    private final ReminderMoments moments;

    WorkReminders(Units units, UnitContacts contacts, ReminderTable table, Outbox outbox, ReminderMoments moments) {
        this.units = units;
        this.contacts = contacts;
        this.table = table;
        this.outbox = outbox;
        this.moments = moments;
    }

    /** Sends what is due today; asked twice for the same day, each letter still goes out once. */
    public void send(Round round, List<OpenWork> work) {
        work.stream()
                .filter(one -> units.find(office(one.group())).isPresent())
                .collect(Collectors.groupingBy(
                        one -> new Tray(one.group(), one.due()), LinkedHashMap::new, Collectors.toList()))
                .forEach((tray, ones) -> send(round, tray, ones));
    }

    private void send(Round round, Tray tray, List<OpenWork> ones) {
        Map<String, Notice> due = new LinkedHashMap<>();
        moments.ofWork(tray.due())
                .forEach(moment -> table.dueForWork(moment.planned())
                        .forEach(reminder -> recipient(reminder, tray.group())
                                .ifPresent(to -> due.merge(
                                        contacts.mailboxOf(to), new Notice(reminder, moment, to), Notice::graver))));
        due.values()
                .forEach(notice -> outbox.post(notice.moment()
                        .letter(
                                round,
                                notice.reminder().template(),
                                round.id() + "/" + tray.group(),
                                notice.to(),
                                Map.of(
                                        "unit", units.get(office(tray.group())).name(),
                                        "copyTo", copyTo(notice.to(), tray.group()),
                                        "tasks", lines(ones)))));
    }

    /** Name of the office that reads it where that is not the one at work; empty where it is. */
    private String copyTo(String reader, String group) {
        return office(reader).equals(office(group))
                ? ""
                : units.get(office(reader)).name();
    }

    private static String lines(List<OpenWork> ones) {
        return ones.stream()
                .map(one -> Texts.of("reminder.work", one.task(), one.count()))
                .collect(Collectors.joining("\n"));
    }

    /** Up the ladder; above the ministry there is nobody. */
    private Optional<String> recipient(Reminder reminder, String group) {
        Unit office = units.get(office(group));
        Optional<Unit> above = Optional.of(units.get(Unit.DEPARTMENT))
                .filter(department -> !office.id().equals(Unit.MINISTRY));
        return switch (reminder.recipient()) {
            case "HANDLER" -> Optional.of(group);
            case "LEAD" -> Optional.of(office.leadGroup());
            case "DESTINATION" -> above.map(Unit::id);
            case "DESTINATION_LEAD" -> above.map(Unit::leadGroup);
            // An applicant has no task of an office.
            case "APPLICANT" -> Optional.empty();
            default ->
                throw new IllegalStateException("reminder-schedule names an unknown recipient " + reminder.recipient());
        };
    }

    private static String office(String group) {
        return new Group(group).unit();
    }

    private record Tray(String group, Instant due) {}

    private record Notice(Reminder reminder, ReminderMoment moment, String to) {

        /** If two come on one day, a person gets the graver one only. */
        Notice graver(Notice other) {
            return other.reminder().escalation() > reminder.escalation() ? other : this;
        }
    }
}
