package cn.gdpilot.recommendation;

import cn.gdpilot.calendar.Deadline;
import cn.gdpilot.calendar.PilotClock;
import cn.gdpilot.calendar.Round;
import cn.gdpilot.calendar.Rounds;
import cn.gdpilot.identity.Unit;
import cn.gdpilot.identity.Units;
import cn.gdpilot.notice.ReminderTable;
import cn.gdpilot.notice.ReminderTable.Reminder;
import cn.gdpilot.project.Application;
import cn.gdpilot.project.ApplicationState;
import cn.gdpilot.project.Applications;
import cn.gdpilot.quota.Recommendation;
import cn.gdpilot.quota.Recommendations;
import cn.gdpilot.quota.UnitDeadlines;
import cn.gdpilot.wording.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds who has still something to do, as the table reminder-schedule says for the day. */
@Service
class Reminders {

    private static final Set<ApplicationState> WITH_APPLICANT = Set.of(ApplicationState.DRAFT, ApplicationState.RETURNED);

    private final Rounds rounds;
    private final Units units;
    private final Recommendations recommendations;
    private final Applications applications;
    private final ReminderTable table;
    private final RecommendationLetters letters;
    private final PilotClock clock;
    private final UnitDeadlines deadlines;

    Reminders(
            Rounds rounds,
            Units units,
            Recommendations recommendations,
            Applications applications,
            ReminderTable table,
            RecommendationLetters letters,
            PilotClock clock,
            UnitDeadlines deadlines) {
        this.deadlines = deadlines;
        this.rounds = rounds;
        this.units = units;
        this.recommendations = recommendations;
        this.applications = applications;
        this.table = table;
        this.letters = letters;
        this.clock = clock;
    }

    /** Sends what is due today for one unit; asked twice on a day, each letter still goes out once. */
    @Transactional
    public void send(String roundId, String unitId) {
        Round round = rounds.get(roundId);
        Recommendation list = recommendations.get(roundId, unitId);
        Deadline deadline = deadlines.delivery(roundId, unitId);
        int daysLeft = deadline.daysLeft(clock.now());
        boolean done = list.state() == Recommendation.State.ARRIVED;
        for (Reminder reminder : table.due(list.deadline(), daysLeft, done)) {
            recipients(reminder, list)
                    .forEach(recipient -> letters.remind(
                            String.join(
                                    "/",
                                    reminder.template(),
                                    list.id(),
                                    String.valueOf(deadline.lastMoment().getEpochSecond()),
                                    String.valueOf(daysLeft),
                                    recipient.address()),
                            round,
                            reminder.template(),
                            recipient.address(),
                            words(round, list, deadline, daysLeft, recipient)));
        }
    }

    private Stream<Recipient> recipients(Reminder reminder, Recommendation list) {
        Unit unit = units.get(list.unitId());
        return switch (reminder.recipient()) {
            case "HANDLER" -> Stream.of(new Recipient(unit.email(), unit.name(), ""));
            case "LEAD" -> Stream.of(new Recipient(unit.leadEmail(), unit.name(), ""));
            case "DESTINATION" -> Stream.of(new Recipient(units.get(list.destination()).email(), unit.name(), ""));
            case "APPLICANT" -> list.unitId().equals(Unit.DEPARTMENT)
                    ? Stream.empty()
                    : applications.ofUnit(list.roundId(), list.unitId(), WITH_APPLICANT).stream().map(Reminders::applicant);
            default -> throw new IllegalStateException("reminder-schedule names an unknown recipient " + reminder.recipient());
        };
    }

    private static Recipient applicant(Application application) {
        return new Recipient(application.contactEmail(), application.contactName(), application.projectName());
    }

    private static Map<String, String> words(
            Round round, Recommendation list, Deadline deadline, int daysLeft, Recipient recipient) {
        Map<String, String> words = new HashMap<>();
        words.put("title", round.title());
        words.put("unit", recipient.name());
        words.put("project", recipient.project());
        words.put("deadline", deadline.text());
        words.put("days", String.valueOf(daysLeft));
        words.put("state", Texts.label("list", list.state()));
        return words;
    }

    /**
     * Whom a reminder goes to.
     *
     * @param address mailbox
     * @param name    unit or contact
     * @param project project, for applicants
     */
    private record Recipient(String address, String name, String project) {}
}
