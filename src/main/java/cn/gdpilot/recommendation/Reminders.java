package cn.gdpilot.recommendation;

import cn.gdpilot.calendar.Deadline;
import cn.gdpilot.calendar.PilotClock;
import cn.gdpilot.calendar.Round;
import cn.gdpilot.calendar.Rounds;
import cn.gdpilot.calendar.WorkingDays;
import cn.gdpilot.identity.Unit;
import cn.gdpilot.identity.Units;
import cn.gdpilot.notice.ReminderTable;
import cn.gdpilot.notice.ReminderTable.Reminder;
import cn.gdpilot.project.ApplicationState;
import cn.gdpilot.project.Applications;
import cn.gdpilot.quota.Recommendation;
import cn.gdpilot.quota.Recommendations;
import cn.gdpilot.quota.UnitDeadlines;
import cn.gdpilot.wording.Texts;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private static final Set<ApplicationState> UNDECIDED = Set.of(ApplicationState.SUBMITTED, ApplicationState.RETURNED);
    private static final Set<ApplicationState> WITH_APPLICANT = Set.of(ApplicationState.DRAFT, ApplicationState.RETURNED);

    private final Rounds rounds;
    private final Units units;
    private final Recommendations recommendations;
    private final Applications applications;
    private final ReminderTable table;
    private final RecommendationLetters letters;
    private final PilotClock clock;
    private final UnitDeadlines deadlines;
    private final WorkingDays workingDays;

    Reminders(
            Rounds rounds,
            Units units,
            Recommendations recommendations,
            Applications applications,
            ReminderTable table,
            RecommendationLetters letters,
            PilotClock clock,
            UnitDeadlines deadlines,
            WorkingDays workingDays) {
        this.workingDays = workingDays;
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
        boolean done = list.state() == Recommendation.State.ARRIVED;
        Map<String, Notice> due = new LinkedHashMap<>();
        for (Step step : steps(round, list, deadline, now)) {
            for (Reminder reminder : table.due(list.deadline(), step.planned(), done)) {
                recipients(reminder, list).forEach(recipient -> due.merge(recipient.address(), new Notice(reminder, step, recipient), Notice::graver));
            }
        }
        due.values().forEach(this::remind);
    }

    /** The last call, or what is planned for today and for the days off that follow; nothing on a day off. */
    private List<Step> steps(Round round, Recommendation list, Deadline deadline, Instant now) {
        int left = deadline.daysLeft(now);
        if (isLastCall(list, now)) {
            return List.of(new Step(round, list, deadline, left, 0, true));
        }
        return workingDays
                .remindedOn(now.atZone(PilotClock.GUANGDONG).toLocalDate())
                .map(day -> new Step(round, list, deadline, left, deadline.daysLeft(day), false))
                .toList();
    }

    private boolean isLastCall(Recommendation list, Instant now) {
        return !now.isBefore(deadlines.lastCall(list.roundId(), list.unitId()).toInstant());
    }

    private void remind(Notice notice) {
        if (notice.reminder().recipient().startsWith(DESTINATION)) {
            report(notice);
            return;
        }
        Step step = notice.step();
        String address = notice.recipient().address();
        String key = step.key(notice.reminder().template(), step.list().id(), address);
        letters.remind(key, step.round(), notice.reminder().template(), address, words(step, notice.recipient()));
    }

    /** One letter with all that are missing, in place of one for each unit. */
    private void report(Notice notice) {
        Step step = notice.step();
        String destination = step.list().destination();
        List<Recommendation> missing = recommendations.ofRound(step.round().id()).stream()
                .filter(list -> list.destination().equals(destination))
                .filter(list -> !OVER.contains(list.state()))
                .filter(list -> deadlines.delivery(list.roundId(), list.unitId()).equals(step.deadline()))
                .toList();
        Map<String, String> words = words(step, notice.recipient());
        words.put("count", String.valueOf(missing.size()));
        words.put("units", missing.stream().map(this::progress).collect(Collectors.joining("\n")));
        String template = notice.reminder().template();
        String address = notice.recipient().address();
        letters.remind(step.key(template, step.round().id(), address), step.round(), template, address, words);
    }

    private String progress(Recommendation list) {
        return Texts.of("reminder.progress", units.get(list.unitId()).name(), Texts.label("list", list.state()));
    }

    private Stream<Recipient> recipients(Reminder reminder, Recommendation list) {
        Unit unit = units.get(list.unitId());
        return switch (reminder.recipient()) {
            case "HANDLER" -> Stream.of(waitsForSignature(list) ? lead(unit) : handler(unit));
            case "LEAD" -> Stream.of(lead(unit));
            case DESTINATION -> Stream.of(handler(units.get(list.destination())));
            case "DESTINATION_LEAD" -> Stream.of(lead(units.get(list.destination())));
            case "APPLICANT" -> list.unitId().equals(Unit.DEPARTMENT) ? Stream.empty() : applicants(list);
            default -> throw new IllegalStateException("reminder-schedule names an unknown recipient " + reminder.recipient());
        };
    }

    /** The handler has done all there is to do; it is the lead's turn. */
    private boolean waitsForSignature(Recommendation list) {
        return list.state() == Recommendation.State.RANKED
                && applications.ofUnit(list.roundId(), list.unitId(), UNDECIDED).isEmpty();
    }

    private static Recipient handler(Unit unit) {
        return new Recipient(unit.email(), unit.name(), "");
    }

    private static Recipient lead(Unit unit) {
        return new Recipient(unit.leadEmail(), unit.name(), "");
    }

    /** Each person once, with all projects that wait for them. */
    private Stream<Recipient> applicants(Recommendation list) {
        Map<String, Recipient> byAddress = new LinkedHashMap<>();
        applications.ofUnit(list.roundId(), list.unitId(), WITH_APPLICANT).forEach(one -> byAddress.merge(
                one.contactEmail(),
                new Recipient(one.contactEmail(), one.contactName(), one.projectName()),
                (first, next) -> first.with(next.project())));
        return byAddress.values().stream();
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
     * @param daysLeft whole days until then, as the letter tells
     * @param planned  for how many days before it is planned, as the table counts; fewer where days off lie between
     * @param lastCall whether it is the last time
     */
    private record Step(Round round, Recommendation list, Deadline deadline, int daysLeft, int planned, boolean lastCall) {

        String left() {
            String today = lastCall ? "reminder.hours" : "reminder.today";
            return daysLeft == 0 ? Texts.of(today) : Texts.of("reminder.days", daysLeft);
        }

        /** The same for whoever asks again at this moment; another one when the deadline has moved. */
        String key(String template, String subject, String address) {
            String moment = lastCall ? "last" : String.valueOf(planned);
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
    private record Recipient(String address, String name, String project) {

        Recipient with(String another) {
            return new Recipient(address, name, Texts.of("reminder.projects", project, another));
        }
    }

    /**
     * A reminder to one person.
     *
     * @param reminder  row of the table
     * @param step      moment
     * @param recipient person
     */
    private record Notice(Reminder reminder, Step step, Recipient recipient) {

        /** Of two at one moment a person gets the graver one only. */
        Notice graver(Notice other) {
            return other.reminder().escalation() > reminder.escalation() ? other : this;
        }
    }
}
