package cn.gdpilot.domain.deadline.closing;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.UnitDeadline;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.MissedApplication;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.shortlist.EndGrounds;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes, at a deadline, the lists that have not arrived and every application that hangs on them or is undecided
 * (R4.1, R4.3): at once for all units, by the database's clock. Whoever finds it due does it, and the others find
 * nothing left: the timers of the lists, the look every second, a node that comes up again.
 */
@Service
public class DeadlineClosing {

    private static final List<ApplicationState> UNDECIDED =
            List.of(ApplicationState.SUBMITTED, ApplicationState.RETURNED);
    private static final Set<ApplicationState> RETURNED = Set.of(ApplicationState.RETURNED);
    private static final Set<ApplicationState> ON_A_LIST =
            Set.of(ApplicationState.ACCEPTED, ApplicationState.RANKED, ApplicationState.RECOMMENDED);
    private static final Set<ApplicationState> UNREVIEWED = Set.of(ApplicationState.RECOMMENDED);
    private static final Set<ApplicationState> REVIEWED = Set.of(ApplicationState.REVIEWED, ApplicationState.FORWARDED);

    private final Rounds rounds;
    private final Units units;
    private final QuotaTable quotas;
    private final UnitDeadlines deadlines;
    private final Recommendations recommendations;
    private final Applications applications;
    private final Closings closings;
    private final ClosingLetters letters;
    private final RecordBook record;
    private final ApplicationEventPublisher events;
    private final PilotClock clock;

    DeadlineClosing(
            Rounds rounds,
            Units units,
            QuotaTable quotas,
            UnitDeadlines deadlines,
            Recommendations recommendations,
            Applications applications,
            Closings closings,
            ClosingLetters letters,
            RecordBook record,
            ApplicationEventPublisher events,
            PilotClock clock) {
        this.rounds = rounds;
        this.units = units;
        this.quotas = quotas;
        this.deadlines = deadlines;
        this.recommendations = recommendations;
        this.applications = applications;
        this.closings = closings;
        this.letters = letters;
        this.record = record;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Closes a unit's list, if it has not arrived, with all others that are due.
     *
     * @throws IllegalStateException if the deadline has not passed by the database's clock: a node's clock runs ahead, or
     *     the date has been moved meanwhile
     */
    @Transactional
    public void close(String roundId, String unitId) {
        closeDue();
        // Asked last: a later date may have been granted while the closing waited.
        if (deadlines.delivery(roundId, unitId).includes(clock.now())) {
            throw new IllegalStateException("The deadline of " + unitId + " in " + roundId + " has not passed");
        }
    }

    /** Closes whatever is past its deadline, the earliest deadline first. */
    @Transactional
    public void closeDue() {
        Instant now = clock.now();
        rounds.all().stream()
                .filter(round -> round.open() && !round.city().includes(now))
                .sorted(Comparator.comparing(Round::cityDeadline))
                .forEach(round -> closeDue(round, now));
    }

    private void closeDue(Round seen, Instant now) {
        if (waitsForCorrection(seen) || !due(seen, now).isEmpty()) {
            // What is due is asked again under the lock: a later date may have been granted by whoever held it.
            Round round = rounds.lock(seen.id());
            // So may a round that has become void meanwhile: its applications have ended another way.
            if (!round.open()) {
                return;
            }
            closeUncorrected(round, now);
            due(round, now).forEach((moment, unitIds) -> close(round, moment, unitIds, now));
        }
    }

    private boolean waitsForCorrection(Round round) {
        return applications.unitsWith(round.id(), RETURNED).contains(Unit.COMMUNICATIONS);
    }

    /**
     * The CA delivers later than it takes applications, and both branches of the province wait for its review: what was
     * returned and has not come back corrected by then can not come back any more, and nobody waits for it.
     */
    private void closeUncorrected(Round round, Instant now) {
        UnitDeadline window = new UnitDeadline(deadlines.submission(round, Unit.COMMUNICATIONS), DeadlineKind.CITY);
        if (window.deadline().includes(now)) {
            return;
        }
        List<MissedApplication> uncorrected = applications.missDeadline(
                round.id(), List.of(Unit.COMMUNICATIONS), RETURNED, now, EndGrounds.windowClosed(window.deadline()));
        if (!uncorrected.isEmpty()) {
            note(round, window, now, List.of(), uncorrected, List.of());
        }
    }

    /** The units that still have something open and whose deadline has passed, the earliest deadline first. */
    private Map<UnitDeadline, List<String>> due(Round round, Instant now) {
        Set<String> open = new TreeSet<>(recommendations.unitsUndelivered(round.id()));
        open.addAll(applications.unitsWith(round.id(), UNDECIDED));
        if (open.isEmpty()) {
            return Map.of();
        }
        Map<String, UnitDeadline> known = deadlines.deliveries(round, open);
        return open.stream()
                .filter(unit -> !known.get(unit).deadline().includes(now))
                .collect(Collectors.groupingBy(known::get, TreeMap::new, Collectors.toList()));
    }

    private void close(Round round, UnitDeadline due, List<String> unitIds, Instant now) {
        List<Recommendation> lists = recommendations.lockUndelivered(round.id(), unitIds).stream()
                .filter(list -> list.state() != Recommendation.State.ARRIVED)
                .toList();
        recommendations.missed(lists);
        List<MissedApplication> undecided = UNDECIDED.stream()
                .flatMap(was -> applications
                        .missDeadline(
                                round.id(),
                                unitIds,
                                Set.of(was),
                                now,
                                EndGrounds.undecided(was, due.kind(), due.deadline()))
                        .stream())
                .toList();
        List<MissedApplication> listed = new ArrayList<>();
        byState(lists)
                .forEach((state, missed) -> listed.addAll(applications.missDeadline(
                        round.id(),
                        missed,
                        ON_A_LIST,
                        now,
                        EndGrounds.undelivered(Texts.of("grounds.unit"), state, due.kind(), due.deadline()))));
        lists.stream()
                .filter(list -> list.unitId().equals(Unit.DEPARTMENT))
                .forEach(list -> listed.addAll(closeDepartment(list, due, now)));
        if (!lists.isEmpty() || !undecided.isEmpty()) {
            letters.tell(round, lists, due.deadline());
            note(round, due, now, lists, undecided, listed);
        }
    }

    private static Map<Recommendation.State, List<String>> byState(List<Recommendation> lists) {
        return lists.stream()
                .collect(Collectors.groupingBy(
                        Recommendation::state,
                        TreeMap::new,
                        Collectors.mapping(Recommendation::unitId, Collectors.toList())));
    }

    /** Everything that the Department has received hangs on its list: what it has reviewed, and what it has not. */
    private List<MissedApplication> closeDepartment(Recommendation list, UnitDeadline due, Instant now) {
        String office = units.get(list.unitId()).name();
        List<String> senders = reportingToDepartment();
        List<MissedApplication> closed = new ArrayList<>(applications.missDeadline(
                list.roundId(), senders, UNREVIEWED, now, EndGrounds.unreviewed(office, due.kind(), due.deadline())));
        closed.addAll(applications.missDeadline(
                list.roundId(),
                senders,
                REVIEWED,
                now,
                EndGrounds.undelivered(office, list.state(), due.kind(), due.deadline())));
        return closed;
    }

    private void note(
            Round round,
            UnitDeadline due,
            Instant now,
            List<Recommendation> lists,
            List<MissedApplication> undecided,
            List<MissedApplication> listed) {
        List<MissedApplication> closed =
                Stream.concat(undecided.stream(), listed.stream()).toList();
        long id = closings.add(round.id(), due.deadline().lastMoment(), now, lists.size(), closed.size());
        int last = closings.divide(id, 0, true, ids(undecided));
        last = closings.divide(id, last, false, ids(listed));
        writeRecord(round, due, lists, closed);
        events.publishEvent(new ApplicationsClosed(id, last));
    }

    /** One line for each unit, with the hash of the numbers and states that it covers: the timeline can be held against it. */
    private void writeRecord(
            Round round, UnitDeadline due, List<Recommendation> lists, List<MissedApplication> closed) {
        Map<String, List<MissedApplication>> byUnit = closed.stream()
                .collect(Collectors.groupingBy(MissedApplication::unitId, TreeMap::new, Collectors.toList()));
        lists.forEach(list -> byUnit.putIfAbsent(list.unitId(), List.of()));
        Map<String, Recommendation.State> before =
                lists.stream().collect(Collectors.toMap(Recommendation::unitId, Recommendation::state));
        byUnit.forEach((unit, ones) -> record.write(new RecordEvent(
                Actor.SYSTEM,
                "deadline.closed",
                round.id() + "/" + unit,
                due.kind().rule() + " " + due.deadline().text(),
                before.containsKey(unit) ? before.get(unit).name() : null,
                Texts.of("closing.record", ones.size(), hash(ones)),
                null)));
    }

    private List<String> reportingToDepartment() {
        return quotas.ofAll(units.takingApplications()).entrySet().stream()
                .filter(row -> row.getValue().destinationUnit().equals(Unit.DEPARTMENT))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> ids(List<MissedApplication> closed) {
        return closed.stream().map(MissedApplication::id).toList();
    }

    private static String hash(List<MissedApplication> closed) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            closed.stream()
                    .sorted(Comparator.comparing(MissedApplication::id))
                    .forEach(
                            one -> digest.update((one.id() + " " + one.was() + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
