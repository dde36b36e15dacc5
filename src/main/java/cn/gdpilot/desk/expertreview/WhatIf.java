package cn.gdpilot.desk.expertreview;

import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.scoring.Average;
import cn.gdpilot.domain.scoring.MeritList;
import cn.gdpilot.domain.scoring.MeritOrder;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells how another total of one expert would change the order. */
@Component
class WhatIf {

    private final MeritOrder merits;
    private final Applications applications;

    WhatIf(MeritOrder merits, Applications applications) {
        this.merits = merits;
        this.applications = applications;
    }

    /**
     * The projects that would stand elsewhere; empty if no total is asked for.
     *
     * @param assignment the expert's assignment, as typed
     * @param total      points from 0 to 100, as typed
     * @throws Refusal if one of the two is no number, or out of range
     */
    Optional<List<Effect>> of(
            String round, UnitType level, Average by, MeritList now, String assignment, String total) {
        if (assignment.isBlank()) {
            return Optional.empty();
        }
        if (!assignment.matches("\\d{1,15}")
                || !total.strip().matches("\\d{1,3}(\\.\\d{1,2})?")
                || Double.parseDouble(total.strip()) > 100) {
            throw Refusal.invalid("merit.total");
        }
        Map<Long, Double> replaced = Map.of(Long.parseLong(assignment), Double.parseDouble(total.strip()));
        MeritList then = merits.moved(merits.proposed(round, level, by, now.quota(), replaced), round, level);
        return Optional.of(then.order().stream()
                .filter(merit -> then.place(merit.applicationId()) != now.place(merit.applicationId()))
                .map(merit -> new Effect(
                        applications.get(merit.applicationId()),
                        now.place(merit.applicationId()),
                        then.place(merit.applicationId()),
                        now.within(merit.applicationId()),
                        then.within(merit.applicationId())))
                .toList());
    }

    /** A project that would stand elsewhere. */
    record Effect(Application project, int was, int becomes, boolean wasWithin, boolean within) {}
}
