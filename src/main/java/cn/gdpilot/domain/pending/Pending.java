package cn.gdpilot.domain.pending;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.shortlist.Recommendation;
import java.util.Optional;

/** The one thing for which a live application waits. Its words stand in the texts as {@code pending.<name>}. */
public enum Pending {
    /** Its unit accepts, returns or refuses it. */
    ACCEPTANCE,
    /** Its applicant corrects it. */
    CORRECTION,
    /** Its unit settles and signs the list; a list that is not open yet is opened by the round. */
    LIST,
    /** The list that it stands on leaves the unit. */
    HAND_OVER,
    /** The list that it stands on arrives. */
    ARRIVAL,
    /** The Department reviews it. */
    FIRST_REVIEW,
    /** The ministry reviews it and decides. */
    MINISTRY_REVIEW,
    /** The ministry's result is published. */
    ANNOUNCEMENT;

    /**
     * What an application waits for, by what the tables say.
     *
     * @param state      its state
     * @param unit       its unit's list; null before it is opened
     * @param onUnit     whether it stands on that
     * @param department the Department's list; null before it is opened
     * @param onDepartment whether it stands on that
     * @return empty if nothing can come to it any more, though it is alive
     */
    static Optional<Pending> of(
            ApplicationState state,
            Recommendation unit,
            boolean onUnit,
            Recommendation department,
            boolean onDepartment) {
        return switch (state) {
            case SUBMITTED -> Optional.of(ACCEPTANCE);
            case RETURNED -> Optional.of(CORRECTION);
            case ACCEPTED -> whileOpen(unit, LIST);
            case RANKED -> onUnit ? whileOpen(unit, LIST) : Optional.empty();
            case RECOMMENDED -> onUnit ? onTheWay(unit, department) : Optional.empty();
            case REVIEWED -> whileOpen(department, LIST);
            case FORWARDED -> onDepartment ? onTheWay(department, null) : Optional.empty();
            case SELECTED -> Optional.of(ANNOUNCEMENT);
            default -> Optional.empty();
        };
    }

    /** Whether the list of the Department carries an application of that state, not the list of its unit. */
    static boolean isWithDepartment(ApplicationState state) {
        return state == ApplicationState.REVIEWED || state == ApplicationState.FORWARDED;
    }

    private static Optional<Pending> whileOpen(Recommendation list, Pending waitsFor) {
        return list == null || list.open() ? Optional.of(waitsFor) : Optional.empty();
    }

    private static Optional<Pending> onTheWay(Recommendation list, Recommendation department) {
        return switch (list.state()) {
            case SIGNED -> Optional.of(HAND_OVER);
            case SENT -> Optional.of(ARRIVAL);
            // The Department reviews what comes until it has signed.
            case ARRIVED ->
                list.destination().equals(Unit.MINISTRY)
                        ? Optional.of(MINISTRY_REVIEW)
                        : whileOpen(department, FIRST_REVIEW);
            case RANKING, RANKED, ZERO, MISSED -> Optional.empty();
        };
    }
}
