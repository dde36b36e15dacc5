package cn.gdpilot.domain.calendar;

import cn.gdpilot.domain.text.Edited;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * On which days offices work: Monday to Friday, but for the holidays and make-up days of {@code reference/holidays.csv},
 * which is read again when it changes; a broken one is told of in the log, and the last good one stays. A make-up day shortens
 * only periods that begin when it is known ({@code known_since}), so that a notice entered late moves no date forward.
 */
@Component
public class WorkingDays {

    private static final String FILE = "holidays.csv";
    /** More days off in a row than any holiday has: a list that says so is not believed. */
    private static final int LONGEST_HOLIDAY = 31;

    /** From this year on a make-up day says since when it is known. */
    private static final int DATED_FROM = 2027;

    private final Edited<Map<LocalDate, Listed>> list;
    private final boolean quiet;

    /** @param quiet whether days off are quiet; without, every day is a working day */
    public WorkingDays(ReferenceFiles files, @Value("${pilot.reminders.quiet-days}") boolean quiet) {
        this.list = files.edited(List.of(FILE), WorkingDays::read);
        this.quiet = quiet;
    }

    public boolean isWorkingDay(LocalDate day) {
        return !quiet || isOfficeDay(day);
    }

    /** By the list alone: legal periods count so, whatever is set for reminders. */
    private boolean isOfficeDay(LocalDate day) {
        Listed listed = list.value().get(day);
        return listed == null ? onWeekdays(day) : listed.kind() == Day.WORKDAY;
    }

    /** The same for a period that began on {@code begin}: a make-up day that was not known then does not count. */
    private boolean isOfficeDay(LocalDate day, LocalDate begin) {
        Listed listed = list.value().get(day);
        boolean known = listed == null
                || listed.kind() == Day.HOLIDAY
                || listed.knownSince() == null
                || !listed.knownSince().isAfter(begin);
        return known ? isOfficeDay(day) : onWeekdays(day);
    }

    private static boolean onWeekdays(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    /** The last working day up to that one. */
    public LocalDate atOrBefore(LocalDate day) {
        return Stream.iterate(day, one -> one.minusDays(1))
                .limit(LONGEST_HOLIDAY)
                .filter(this::isWorkingDay)
                .findFirst()
                .orElse(day);
    }

    /** The first working day from that one on. */
    LocalDate atOrAfter(LocalDate day) {
        return Stream.iterate(day, one -> one.plusDays(1))
                .limit(LONGEST_HOLIDAY)
                .filter(this::isWorkingDay)
                .findFirst()
                .orElse(day);
    }

    /** The last of so many days on which offices work, that day itself not counted; one at least. */
    public LocalDate after(LocalDate day, int workingDays) {
        return Stream.iterate(day.plusDays(1), one -> one.plusDays(1))
                .filter(one -> isOfficeDay(one, day))
                .skip(workingDays - 1L)
                .findFirst()
                .orElseThrow();
    }

    /** The first of so many days on which offices work that end with that day, itself counted if offices work then. */
    public LocalDate firstOf(LocalDate last, int workingDays) {
        return Stream.iterate(last, one -> one.minusDays(1))
                .filter(this::isOfficeDay)
                .skip(workingDays - 1L)
                .findFirst()
                .orElseThrow();
    }

    /** The first of so many days on which offices work, that day itself not counted; one at least. */
    public LocalDate before(LocalDate day, int workingDays) {
        return Stream.iterate(day.minusDays(1), one -> one.minusDays(1))
                .filter(this::isOfficeDay)
                .skip(workingDays - 1L)
                .findFirst()
                .orElseThrow();
    }

    /** How many days of offices lie from one day to the other, both counted; negative where the other is earlier. */
    public int between(LocalDate from, LocalDate to) {
        return to.isBefore(from)
                ? -(int) to.plusDays(1)
                        .datesUntil(from)
                        .filter(this::isOfficeDay)
                        .count()
                : (int) from.datesUntil(to.plusDays(1))
                        .filter(this::isOfficeDay)
                        .count();
    }

    /**
     * The days whose reminders go out on that day: its own and those of the days off that follow, so that they come
     * before the holiday and never after a deadline; none on a day off.
     */
    public Stream<LocalDate> remindedOn(LocalDate day) {
        if (!isWorkingDay(day)) {
            return Stream.empty();
        }
        Stream<LocalDate> off = Stream.iterate(day.plusDays(1), one -> one.plusDays(1))
                .limit(LONGEST_HOLIDAY)
                .takeWhile(one -> !isWorkingDay(one));
        return Stream.concat(Stream.of(day), off);
    }

    /**
     * The first year from that day to the other whose holidays and make-up days are not all in the list; empty if each is.
     * Every year's notice has make-up days, so a year that shows none is not entered yet, or with its legal holidays only.
     */
    public Optional<Integer> incompleteYear(LocalDate from, LocalDate to) {
        Set<Integer> complete = list.value().entrySet().stream()
                .filter(listed -> listed.getValue().kind() == Day.WORKDAY)
                .map(listed -> listed.getKey().getYear())
                .collect(Collectors.toSet());
        return IntStream.rangeClosed(from.getYear(), to.getYear())
                .boxed()
                .filter(year -> !complete.contains(year))
                .findFirst();
    }

    private static Map<LocalDate, Listed> read(ReferenceFiles.Lists lists) {
        return lists.rows(FILE).stream().collect(Collectors.toMap(WorkingDays::date, WorkingDays::listed));
    }

    private static Listed listed(CSVRecord row) {
        Day kind = Day.valueOf(row.get("kind"));
        String since = row.isSet("known_since") ? row.get("known_since") : "";
        if (since.isEmpty()
                && kind == Day.WORKDAY
                && row.isMapped("known_since")
                && date(row).getYear() >= DATED_FROM) {
            throw new IllegalArgumentException(row.get("date") + ": known_since is missing");
        }
        return new Listed(kind, since.isEmpty() ? null : LocalDate.parse(since));
    }

    private static LocalDate date(CSVRecord row) {
        return LocalDate.parse(row.get("date"));
    }

    /**
     * A day of the list.
     *
     * @param kind       what it is
     * @param knownSince since when it stands there; null = for ever
     */
    private record Listed(Day kind, LocalDate knownSince) {}

    private enum Day {
        HOLIDAY,
        WORKDAY
    }
}
