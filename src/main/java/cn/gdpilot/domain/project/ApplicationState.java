package cn.gdpilot.domain.project;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The states of an application, and which step may follow which; nobody else knows. */
public enum ApplicationState {
    DRAFT,
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    REFUSED,
    RANKED,
    RECOMMENDED,
    NOT_RECOMMENDED,
    REVIEWED,
    DUPLICATE,
    FORWARDED,
    NOT_FORWARDED,
    SELECTED,
    NOT_SELECTED,
    PILOT,
    PILOT_ENDED,
    WITHDRAWN,
    MISSED_DEADLINE,
    VOID;

    private static final Map<ApplicationState, Set<ApplicationState>> NEXT = Map.ofEntries(
            Map.entry(DRAFT, EnumSet.of(SUBMITTED, WITHDRAWN, VOID)),
            Map.entry(SUBMITTED, EnumSet.of(RETURNED, ACCEPTED, REFUSED, WITHDRAWN, MISSED_DEADLINE, VOID)),
            Map.entry(RETURNED, EnumSet.of(SUBMITTED, REFUSED, WITHDRAWN, MISSED_DEADLINE, VOID)),
            Map.entry(ACCEPTED, EnumSet.of(RANKED, NOT_RECOMMENDED, WITHDRAWN, MISSED_DEADLINE, VOID)),
            Map.entry(RANKED, EnumSet.of(ACCEPTED, RECOMMENDED, NOT_RECOMMENDED, WITHDRAWN, MISSED_DEADLINE, VOID)),
            // A list that goes straight to the ministry is reviewed there; the others by the Department first. One that
            // an
            // upheld objection calls back before it has left is ranked again.
            Map.entry(
                    RECOMMENDED,
                    EnumSet.of(
                            RANKED, REVIEWED, NOT_FORWARDED, SELECTED, NOT_SELECTED, WITHDRAWN, MISSED_DEADLINE, VOID)),
            Map.entry(REVIEWED, EnumSet.of(DUPLICATE, FORWARDED, NOT_FORWARDED, WITHDRAWN, MISSED_DEADLINE, VOID)),
            Map.entry(DUPLICATE, EnumSet.of(REVIEWED, WITHDRAWN)),
            // What an upheld objection brings back: to its unit's desk or list, to the Department's first review or
            // list, to the pilots.
            Map.entry(REFUSED, EnumSet.of(SUBMITTED)),
            Map.entry(NOT_RECOMMENDED, EnumSet.of(ACCEPTED, RECOMMENDED)),
            Map.entry(NOT_FORWARDED, EnumSet.of(RECOMMENDED, FORWARDED)),
            Map.entry(NOT_SELECTED, EnumSet.of(SELECTED)),
            // A list that is taken back is ranked again.
            Map.entry(FORWARDED, EnumSet.of(REVIEWED, SELECTED, NOT_SELECTED, WITHDRAWN, MISSED_DEADLINE, VOID)),
            // A window that is opened again brings an application back where it was, and nowhere else
            // (Applications.reinstate).
            Map.entry(
                    MISSED_DEADLINE,
                    EnumSet.of(SUBMITTED, RETURNED, ACCEPTED, RANKED, RECOMMENDED, REVIEWED, FORWARDED)),
            Map.entry(SELECTED, EnumSet.of(PILOT)),
            Map.entry(PILOT, EnumSet.of(PILOT_ENDED)));

    private static final Set<ApplicationState> OVER = EnumSet.of(
            REFUSED,
            NOT_RECOMMENDED,
            DUPLICATE,
            NOT_FORWARDED,
            NOT_SELECTED,
            PILOT_ENDED,
            WITHDRAWN,
            MISSED_DEADLINE,
            VOID);

    private static final Set<ApplicationState> BEFORE_RECOMMENDED =
            EnumSet.of(DRAFT, SUBMITTED, RETURNED, ACCEPTED, RANKED);

    private static final Set<ApplicationState> NOT_COUNTED =
            EnumSet.of(DRAFT, REFUSED, WITHDRAWN, MISSED_DEADLINE, PILOT_ENDED, VOID);

    /** The states of an application that is under way, which a void round ends. */
    public static Set<ApplicationState> live() {
        Set<ApplicationState> live = EnumSet.noneOf(ApplicationState.class);
        NEXT.forEach((state, next) -> {
            if (next.contains(VOID)) {
                live.add(state);
            }
        });
        return live;
    }

    /** True if {@code next} may follow this state. */
    public boolean mayBecome(ApplicationState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** True if the applicant may still change what it wrote. */
    public boolean editable() {
        return this == DRAFT || this == RETURNED;
    }

    /** True if the applicant may still withdraw it: it is alive, and the ministry has not decided (R3.9). */
    public boolean withdrawable() {
        return !over() && mayBecome(WITHDRAWN);
    }

    /** True if it takes one of the applicant's two places (R2.8, R2.9). */
    public boolean countsAgainstLimits() {
        return !NOT_COUNTED.contains(this);
    }

    /** True while it has not stood on a signed list of its unit: no later office has it. */
    public boolean beforeRecommended() {
        return BEFORE_RECOMMENDED.contains(this);
    }

    /** True if nothing more will happen to it in this round. */
    public boolean over() {
        return OVER.contains(this);
    }
}
