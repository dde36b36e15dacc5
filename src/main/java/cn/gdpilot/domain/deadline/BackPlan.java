package cn.gdpilot.domain.deadline;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.WorkingDays;
import cn.gdpilot.domain.deadline.PlannedStep.Light;
import cn.gdpilot.domain.deadline.PlannedStep.Step;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.text.Edited;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/**
 * Plans the province's steps backward from the day on which its list must be at the ministry (R4.3): the notice's, or a later one of the office's own. In working days; how long each takes stands in
 * {@code back-plan.csv}; a line that names a round holds for that round only.
 */
@Component
public class BackPlan {

    private static final String FILE = "back-plan.csv";
    private static final int NO_DAY_TO_LOSE = 1;

    private final Edited<List<Line>> lines;
    private final WorkingDays workingDays;
    private final UnitDeadlines deadlines;

    BackPlan(ReferenceFiles files, WorkingDays workingDays, UnitDeadlines deadlines) {
        this.lines = files.edited(List.of(FILE), BackPlan::read);
        this.workingDays = workingDays;
        this.deadlines = deadlines;
    }

    /**
     * The Department's plan of a round.
     *
     * @param organised steps that the round has beside those of every round: EXPERTS, CHECKS, PUBLICITY
     * @param done      steps that are over
     * @param today     from which day on those that are not over can be done
     */
    public List<PlannedStep> of(Round round, Set<Step> organised, Set<Step> done, LocalDate today) {
        Map<Step, Integer> days = days(round, organised);
        List<Step> open =
                days.keySet().stream().filter(step -> !done.contains(step)).toList();
        LocalDate begin = later(today, day(round.cityDeadline()).plusDays(1));
        int need = open.stream().mapToInt(days::get).sum();
        int spare = workingDays.between(begin, lastDay(round, Unit.DEPARTMENT)) - need;
        List<PlannedStep> plan = new ArrayList<>();
        LocalDate last = lastDay(round, Unit.DEPARTMENT);
        for (Step step : reversed(days)) {
            LocalDate first = workingDays.firstOf(last, days.get(step));
            plan.add(new PlannedStep(
                    step,
                    days.get(step),
                    first,
                    workingDays.firstOf(last, 1),
                    done.contains(step) ? Light.DONE : light(spare)));
            last = first.minusDays(1);
        }
        Collections.reverse(plan);
        return plan;
    }

    /**
     * The last day on which a publicity may end, so that answers, signature and courier still fit before that office's list is due.
     */
    public LocalDate publicityEndsBy(Round round, String unitId) {
        Map<Step, Integer> days = days(round, Set.of(Step.PUBLICITY));
        int after = days.entrySet().stream()
                .filter(step -> step.getKey().compareTo(Step.PUBLICITY) > 0)
                .mapToInt(Map.Entry::getValue)
                .sum();
        return workingDays.firstOf(lastDay(round, unitId), after + 1);
    }

    /** How many working days a publicity may have that is opened on that day; none or fewer where it is too late. */
    public int longestPublicity(Round round, String unitId, LocalDate opened) {
        LocalDate end = publicityEndsBy(round, unitId);
        return end.isAfter(opened) ? workingDays.between(opened.plusDays(1), end) : 0;
    }

    /** By when that office's list must be at the ministry. */
    public Deadline due(Round round, String unitId) {
        return deadlines.delivery(round.id(), unitId);
    }

    private static Light light(int spare) {
        if (spare < 0) {
            return Light.RED;
        }
        return spare <= NO_DAY_TO_LOSE ? Light.YELLOW : Light.GREEN;
    }

    /** The days of each step that the round has, in order. */
    private Map<Step, Integer> days(Round round, Set<Step> organised) {
        Map<Step, Integer> days = new EnumMap<>(Step.class);
        lines.value().stream()
                .filter(line -> line.round().isEmpty())
                .forEach(line -> days.put(line.step(), line.days(organised)));
        lines.value().stream()
                .filter(line -> line.round().equals(round.id()))
                .forEach(line -> days.put(line.step(), line.days(organised)));
        days.values().removeIf(number -> number == 0);
        return days;
    }

    private static List<Step> reversed(Map<Step, Integer> days) {
        List<Step> steps = new ArrayList<>(days.keySet());
        Collections.reverse(steps);
        return steps;
    }

    /** The last day on which an office can take in what a courier brings. */
    private LocalDate lastDay(Round round, String unitId) {
        return workingDays.firstOf(day(due(round, unitId).lastMoment()), 1);
    }

    /** A moment at 24:00 belongs to the day that it ends. */
    private static LocalDate day(Instant at) {
        return at.minusMillis(1).atZone(PilotClock.GUANGDONG).toLocalDate();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<Line> read(ReferenceFiles.Lists lists) {
        return lists.rows(FILE).stream().map(BackPlan::line).toList();
    }

    private static Line line(CSVRecord row) {
        String onlyIf = row.get("only_if");
        return new Line(
                row.get("round"),
                Step.valueOf(row.get("step")),
                Integer.parseInt(row.get("working_days")),
                onlyIf.isEmpty() ? null : Step.valueOf(onlyIf));
    }

    private record Line(String round, Step step, int workingDays, Step onlyIf) {

        int days(Set<Step> organised) {
            return onlyIf == null || organised.contains(onlyIf) ? workingDays : 0;
        }
    }
}
