package cn.gdpilot.domain.mail;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that the letters of the table reminder-schedule are given; other words would stay empty. */
public final class ReminderWords {

    private static final Set<String> OF_WORK = Set.of("unit", "copyTo", "title", "deadline", "left", "tasks");
    private static final Set<String> OF_DEADLINE = Set.of("unit", "title", "deadline", "left", "days", "state");

    private ReminderWords() {}

    /**
     * Words of one reminder.
     *
     * @param deadline  CITY, MINISTRY or WORK
     * @param recipient as in {@link ReminderTable.Reminder}
     */
    public static Set<String> of(String deadline, String recipient) {
        if (deadline.equals("WORK")) {
            return OF_WORK;
        }
        return switch (recipient) {
            case "DESTINATION", "DESTINATION_LEAD" -> and(OF_DEADLINE, "count", "units");
            case "APPLICANT" -> and(OF_DEADLINE, "project");
            default -> OF_DEADLINE;
        };
    }

    private static Set<String> and(Set<String> words, String... more) {
        return Stream.concat(words.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}
