package cn.gdpilot.rehearsal;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.ContactData;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.rehearsal.RoundReport.Day;
import cn.gdpilot.rehearsal.RoundReport.Hour;
import cn.gdpilot.rehearsal.RoundReport.Receiver;
import cn.gdpilot.rehearsal.RoundReport.UnitLine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the business tables what happened in a round. */
@Component
@Profile("rehearsal")
class RoundReports {

    private static final Duration LAST_DAY = Duration.ofHours(24);
    private static final Function<Instant, LocalDate> DAY =
            at -> at.atZone(PilotClock.GUANGDONG).toLocalDate();

    private final JdbcClient jdbc;
    private final Rounds rounds;
    private final Units units;
    private final UnitContacts contacts;
    private final RoundFigures figures;

    RoundReports(JdbcClient jdbc, Rounds rounds, Units units, UnitContacts contacts, RoundFigures figures) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.units = units;
        this.contacts = contacts;
        this.figures = figures;
    }

    /** The report of that round as it stands. */
    RoundReport of(String roundId) {
        Round round = rounds.get(roundId);
        List<Event> events = events(roundId);
        List<Posted> letters = letters(roundId);
        return new RoundReport(
                unitLines(roundId),
                days(round, events, letters),
                lastDays(round, events, letters),
                people(roundId, letters));
    }

    private List<Event> events(String roundId) {
        return jdbc.sql("""
                        select e.at as at, e.to_state as state from application_event e
                        join application a on a.id = e.application_id where a.round_id = :round order by e.at""")
                .param("round", roundId)
                .query((row, n) -> new Event(row.getTimestamp("at").toInstant(), row.getString("state")))
                .list();
    }

    private List<Posted> letters(String roundId) {
        return jdbc.sql("select created_at, recipient, kind from outbox where round_id = :round order by created_at")
                .param("round", roundId)
                .query((row, n) -> new Posted(
                        row.getTimestamp("created_at").toInstant(), row.getString("recipient"), row.getString("kind")))
                .list();
    }

    private List<UnitLine> unitLines(String roundId) {
        Map<String, ListLine> lists = jdbc
                .sql("select unit_id, quota, state from recommendation where round_id = :round")
                .param("round", roundId)
                .query(ListLine.class)
                .list()
                .stream()
                .collect(Collectors.toMap(ListLine::unitId, Function.identity()));
        Map<String, Integer> unsent = jdbc
                .sql(
                        "select unit_id, count(*) as n from application where round_id = :round and submissions = 0 group by unit_id")
                .param("round", roundId)
                .query((row, n) -> Map.entry(row.getString("unit_id"), row.getInt("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return figures.of(roundId).stream()
                .map(line -> unitLine(line, lists.get(line.unit()), unsent.getOrDefault(line.unit(), 0)))
                .toList();
    }

    private static UnitLine unitLine(RoundFigures.Line line, ListLine list, int unsent) {
        if (list == null) {
            return new UnitLine(line, 0, 0, "", false, unsent);
        }
        int left = Math.max(0, list.quota() - line.recommended());
        return new UnitLine(
                line,
                list.quota(),
                left,
                Texts.label("list", list.state()),
                list.state().equals("MISSED"),
                unsent);
    }

    private static List<Day> days(Round round, List<Event> events, List<Posted> letters) {
        Map<LocalDate, Map<String, Integer>> states = new TreeMap<>();
        Map<LocalDate, Integer> mails = new HashMap<>();
        events.forEach(event -> states.computeIfAbsent(DAY.apply(event.at()), day -> new HashMap<>())
                .merge(event.state(), 1, Integer::sum));
        letters.forEach(letter -> {
            LocalDate day = DAY.apply(letter.at());
            states.computeIfAbsent(day, none -> new HashMap<>());
            mails.merge(day, 1, Integer::sum);
        });
        Map<LocalDate, List<String>> marks = marks(round);
        marks.keySet().forEach(day -> states.computeIfAbsent(day, none -> new HashMap<>()));
        return states.entrySet().stream()
                .map(day -> new Day(
                        day.getKey(),
                        day.getValue(),
                        mails.getOrDefault(day.getKey(), 0),
                        String.join("，", marks.getOrDefault(day.getKey(), List.of()))))
                .toList();
    }

    private static Map<LocalDate, List<String>> marks(Round round) {
        Map<LocalDate, List<String>> marks = new HashMap<>();
        mark(marks, round.openedAt(), "mark.opened");
        // A deadline at 24:00 belongs to the day that it ends.
        mark(marks, round.cityDeadline().minusMillis(1), "mark.city");
        mark(marks, round.ministryDeadline().minusMillis(1), "mark.ministry");
        if (round.announcedAt() != null) {
            mark(marks, round.announcedAt(), "mark.announced");
        }
        return marks;
    }

    private static void mark(Map<LocalDate, List<String>> marks, Instant at, String key) {
        marks.computeIfAbsent(DAY.apply(at), day -> new ArrayList<>()).add(Texts.of(key));
    }

    private static List<Hour> lastDays(Round round, List<Event> events, List<Posted> letters) {
        List<Hour> hours = new ArrayList<>();
        for (Instant end : List.of(round.cityDeadline(), round.ministryDeadline())) {
            for (Instant from = end.minus(LAST_DAY); from.isBefore(end); from = from.plus(1, ChronoUnit.HOURS)) {
                hours.add(hour(from, events, letters));
            }
        }
        return hours;
    }

    private static Hour hour(Instant from, List<Event> events, List<Posted> letters) {
        Instant to = from.plus(1, ChronoUnit.HOURS);
        return new Hour(
                from.atZone(PilotClock.GUANGDONG).toLocalDateTime(),
                (int) events.stream()
                        .filter(one -> one.state().equals("SUBMITTED") && within(one.at(), from, to))
                        .count(),
                (int) letters.stream().filter(one -> within(one.at(), from, to)).count());
    }

    private static boolean within(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private List<Receiver> people(String roundId, List<Posted> letters) {
        Map<String, String> names = names(roundId);
        return letters.stream().collect(Collectors.groupingBy(Posted::recipient)).entrySet().stream()
                .map(one -> new Receiver(
                        one.getKey(),
                        names.getOrDefault(one.getKey(), ""),
                        one.getValue().size(),
                        kinds(one.getValue())))
                .sorted(Comparator.comparingInt(Receiver::mails).reversed().thenComparing(Receiver::address))
                .toList();
    }

    private static String kinds(List<Posted> letters) {
        return letters.stream()
                .collect(Collectors.groupingBy(Posted::kind, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> Texts.label("letter", kind.getKey()) + " " + kind.getValue())
                .collect(Collectors.joining("，"));
    }

    private Map<String, String> names(String roundId) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("""
                        select a.contact_email as address, p.name as name from application a
                        join applicant p on p.id = a.applicant_id where a.round_id = :round""")
                .param("round", roundId)
                .query((row, n) -> names.put(row.getString("address"), row.getString("name")))
                .list();
        for (Unit unit : units.all()) {
            ContactData contact = contacts.of(unit.id());
            names.put(contact.leadsAddress(), Texts.of("rehearsal.lead", unit.name()));
            names.put(contact.email(), unit.name());
        }
        return names;
    }

    private record Event(Instant at, String state) {}

    private record Posted(Instant at, String recipient, String kind) {}

    private record ListLine(String unitId, int quota, String state) {}
}
