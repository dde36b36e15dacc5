package cn.gdpilot.rehearsal;

import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The plan as it was typed: see {@link RehearsalPlan}; what was left empty is null. */
record PlanForm(
        Integer perUnit,
        Integer early,
        Integer lastDay,
        Integer late,
        Integer forget,
        Integer returned,
        Integer withdraw,
        Integer lateUnits,
        Long seed,
        List<String> units) {

    static PlanForm of(RehearsalPlan plan) {
        return new PlanForm(
                plan.perUnit(),
                plan.early(),
                plan.lastDay(),
                plan.late(),
                plan.forget(),
                plan.returned(),
                plan.withdraw(),
                plan.lateUnits(),
                plan.seed(),
                plan.units());
    }

    /**
     * The plan.
     *
     * @throws Refusal if a figure is missing or out of range
     */
    RehearsalPlan plan() {
        if (Stream.of(perUnit, early, lastDay, late, forget, returned, withdraw, lateUnits, seed)
                .anyMatch(Objects::isNull)) {
            throw Refusal.invalid("rehearsal.incomplete");
        }
        return new RehearsalPlan(perUnit, early, lastDay, late, forget, returned, withdraw, lateUnits, seed, units);
    }
}
