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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds who has still something to do, as the table reminder-schedule says for the moment. */
@Service
class Reminders {

    private static final String DESTINATION = "DESTINATION";
    private static final Set<Recommendation.State> OVER = Set.of(Recommendation.State.ARRIVED, Recommendation.State.MISSED);
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

    /** Sends what is due now for one unit; asked twice for the same moment, each letter still goes out once. */
    @Transactional
    public void send(String roundId, String unitId) {
        Round round = rounds.get(roundId);
        Recommendation list = recommendations.get(roundId, unitId);
        Deadline deadline = deadlines.delivery(roundId, unitId);
        Instant now = clock.now();
        if (!deadline.includes(now)) {
            return;
        }
        Step step = new Step(round, list, deadline, deadline.daysLeft(now), isLastCall(list, now));
        boolean done = list.state() == Recommendation.State.ARRIVED;
        for (Reminder reminder : table.due(list.deadline(), step.daysLeft(), done)) {
            if (reminder.recipient().startsWith(DESTINATION)) {
                report(reminder, step);
            } else {
                recipients(reminder, list).forEach(recipient -> remind(reminder, step, recipient));
            }
        }
    }

    private boolean isLastCall(Recommendation list, Instant now) {
        return !now.isBefore(deadlines.lastCall(list.roundId(), list.unitId()).toInstant());
    }

    private void remind(Reminder reminder, Step step, Recipient recipient) {
        String key = step.key(reminder.template(), step.list().id(), recipient.address());
        letters.remind(key, step.round(), reminder.template(), recipient.address(), words(step, recipient));
    }

    /** One letter with all that are missing, in place of one for each unit. */
    private void report(Reminder reminder, Step step) {
        Unit destination = units.get(step.list().destination());
        List<Recommendation> missing = recommendations.ofRound(step.round().id()).stream()
                .filter(list -> list.destination().equals(destination.id()))
                .filter(list -> !OVER.contains(list.state()))
                .filter(list -> deadlines.delivery(list.roundId(), list.unitId()).equals(step.deadline()))
                .toList();
        String address = reminder.recipient().equals(DESTINATION) ? destination.email() : destination.leadEmail();
        Map<String, String> words = words(step, new Recipient(address, destination.name(), ""));
        words.put("count", String.valueOf(missing.size()));
        words.put("units", missing.stream().map(this::progress).collect(Collectors.joining("\n")));
        letters.remind(step.key(reminder.template(), step.round().id(), address), step.round(), reminder.template(), address, words);
    }

    private String progress(Recommendation list) {
        return Texts.of("reminder.progress", units.get(list.unitId()).name(), Texts.label("list", list.state()));
    }

    private Stream<Recipient> recipients(Reminder reminder, Recommendation list) {
        Unit unit = units.get(list.unitId());
        return switch (reminder.recipient()) {
            case "HANDLER" -> Stream.of(new Recipient(unit.email(), unit.name(), ""));
            case "LEAD" -> Stream.of(new Recipient(unit.leadEmail(), unit.name(), ""));
            case "APPLICANT" -> list.unitId().equals(Unit.DEPARTMENT)
                    ? Stream.empty()
                    : applications.ofUnit(list.roundId(), list.unitId(), WITH_APPLICANT).stream().map(Reminders::applicant);
            default -> throw new IllegalStateException("reminder-schedule names an unknown recipient " + reminder.recipient());
        };
    }

    private static Recipient applicant(Application application) {
        return new Recipient(application.contactEmail(), application.contactName(), application.projectName());
    }

    private static Map<String, String> words(Step step, Recipient recipient) {
        Map<String, String> words = new HashMap<>();
        words.put("title", step.round().title());
        words.put("unit", recipient.name());
        words.put("project", recipient.project());
        words.put("deadline", step.deadline().text());
        words.put("days", String.valueOf(step.daysLeft()));
        words.put("left", step.left());
        words.put("state", Texts.label("list", step.list().state()));
        return words;
    }

    /**
     * A moment at which a unit is reminded.
     *
     * @param round    round
     * @param list     the unit's list
     * @param deadline what binds it
     * @param daysLeft whole days until then
     * @param lastCall whether it is the last time
     */
    private record Step(Round round, Recommendation list, Deadline deadline, int daysLeft, boolean lastCall) {

        String left() {
            String today = lastCall ? "reminder.hours" : "reminder.today";
            return daysLeft == 0 ? Texts.of(today) : Texts.of("reminder.days", daysLeft);
        }

        /** The same for whoever asks again at this moment; another one when the deadline has moved. */
        String key(String template, String subject, String address) {
            String moment = lastCall ? "last" : String.valueOf(daysLeft);
            return String.join("/", template, subject, String.valueOf(deadline.lastMoment().getEpochSecond()), moment, address);
        }
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
