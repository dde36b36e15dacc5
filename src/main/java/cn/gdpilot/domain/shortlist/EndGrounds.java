package cn.gdpilot.domain.shortlist;

import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.opinion.Opinion;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.record.Grounds;
import cn.gdpilot.domain.text.Clauses;
import cn.gdpilot.domain.text.Texts;
import java.util.HashMap;
import java.util.Map;

/**
 * On what grounds an application ends at a list, at a deadline or at the selection (R3.2–R3.6, R3.8, R4.1, R4.3). The case follows from what
 * happened; its words stand in the texts as {@code grounds.<case>}. Letters, timeline and notice of outcome say the same.
 */
public final class EndGrounds {

    private EndGrounds() {}

    /**
     * A list is signed without the application. The quota is a ground only if it is used up.
     *
     * @param office the recommending unit's name
     * @param type   its kind
     * @param list   its list
     * @param listed number of projects on it
     * @param reason what the unit wrote; null if it wrote none
     */
    public static Grounds leftOut(String office, UnitType type, Recommendation list, int listed, String reason) {
        boolean full = listed >= list.quota();
        Case happened = full ? Case.QUOTA_FULL : listed == 0 ? Case.NONE_LISTED : Case.LEFT_OUT;
        String rule = full ? quotaRule(type) : type == UnitType.DEPARTMENT ? "R3.5" : "R3.6";
        String why = reason == null ? Texts.of("grounds.no-reason") : Texts.of("grounds.reason", reason);
        return Grounds.byRule(rule, Texts.of("grounds." + happened, office, list.quota(), listed, why));
    }

    /**
     * A unit's deadline passes before the unit has decided on the application.
     *
     * @param was      SUBMITTED, or RETURNED if the applicant has not handed it in again
     * @param kind     which deadline binds the unit
     * @param deadline its last moment
     */
    public static Grounds undecided(ApplicationState was, DeadlineKind kind, Deadline deadline) {
        return late(was == ApplicationState.RETURNED ? Case.NOT_CORRECTED : Case.NOT_DECIDED, "", kind, deadline);
    }

    /**
     * A unit signs its list and no longer waits for the correction of an application that it has returned.
     *
     * @param office the recommending unit's name
     * @param reason what its lead wrote
     */
    public static Grounds notAwaited(String office, String reason) {
        return Grounds.byRule("R3.1", Texts.of("grounds." + Case.NOT_AWAITED, office, reason));
    }

    /**
     * The day of a correction passes, and the unit waits no longer.
     *
     * @param office the recommending unit's name
     * @param day    the day that has passed
     * @param reason what its officer wrote
     */
    public static Grounds correctionMissed(String office, Deadline day, String reason) {
        return Grounds.byRule("R3.1", Texts.of("grounds." + Case.CORRECTION_MISSED, office, day.text(), reason));
    }

    /** The applicants' window closes before the application comes back corrected. */
    public static Grounds windowClosed(Deadline window) {
        return late(Case.WINDOW_CLOSED, "", DeadlineKind.CITY, window);
    }

    /**
     * A list does not arrive in time.
     *
     * @param office   the recommending unit, in words
     * @param was      how far the list was
     * @param kind     which deadline it misses
     * @param deadline the deadline's last moment
     */
    public static Grounds undelivered(String office, Recommendation.State was, DeadlineKind kind, Deadline deadline) {
        Case happened = switch (was) {
            case RANKING -> Case.LIST_NOT_RANKED;
            case RANKED -> Case.LIST_NOT_SIGNED;
            case SIGNED -> Case.LIST_NOT_SENT;
            case SENT -> Case.LIST_NOT_ARRIVED;
            case ARRIVED, MISSED, ZERO ->
                throw new IllegalArgumentException("A list that is " + was + " misses no deadline");
        };
        return late(happened, office, kind, deadline);
    }

    /** The Department's deadline passes before it has reviewed the application. */
    public static Grounds unreviewed(String office, DeadlineKind kind, Deadline deadline) {
        return late(Case.NOT_REVIEWED, office, kind, deadline);
    }

    /**
     * The ministry selects others (R3.8). The grounds of its selection belong to those selected and are not named here.
     *
     * @param selected number of projects selected
     * @param opinion  the ministry's opinion of this project; null if there is none
     * @param reason   why it was passed over though it stood before a selected one; null if it did not
     */
    public static Grounds notSelected(int selected, Opinion opinion, String reason) {
        String own =
                opinion == null ? "" : Texts.of("grounds.ministry-opinion." + opinion.outcome(), opinion.grounds());
        String over = reason == null ? "" : Texts.of("grounds.passed-over", reason);
        Case happened = selected == 0 ? Case.NONE_SELECTED : Case.NOT_SELECTED;
        return Grounds.byRule("R3.8", Texts.of("grounds." + happened, selected, own, over));
    }

    /**
     * What a letter to the applicant says of it, whichever list or deadline it was.
     *
     * @param contact how the unit is reached, in words
     */
    public static Map<String, String> words(Application application, Unit unit, String contact, Grounds grounds) {
        return Map.of(
                "number", application.id(),
                "project", application.projectName(),
                "contact", application.contact().name(),
                "unit", unit.name(),
                "unitContact", contact,
                "grounds", grounds.text(),
                "rule", Clauses.of(grounds.rule(), unit.type()));
    }

    /**
     * What a letter says where a deadline has closed the application.
     *
     * @param office   whose deadline it was
     * @param list     that office's list, which the application hung on; null if its unit had not decided on it
     * @param receiver where that list went
     * @param reopens  whether the application goes on if that office's window is opened again ({@link #reopens})
     */
    public static Map<String, String> missedWords(
            Application application,
            Unit office,
            String contact,
            Grounds grounds,
            Recommendation list,
            Unit receiver,
            boolean reopens) {
        Map<String, String> words = new HashMap<>(words(application, office, contact, grounds));
        // Only what was on its way can have arrived in time (R4.7).
        words.put("receiver", list == null || list.sentAt() == null ? "" : receiver.name());
        words.put("reopens", reopens ? office.name() : "");
        return words;
    }

    /**
     * True if an application that a deadline has closed goes on when its unit's window is opened again. The window of the CA's
     * applicants is the cities' and stays closed: what was not corrected by then stays out.
     *
     * @param before its state before the deadline
     */
    public static boolean reopens(String unitId, ApplicationState before) {
        return !unitId.equals(Unit.COMMUNICATIONS) || before != ApplicationState.RETURNED;
    }

    private static Grounds late(Case happened, String office, DeadlineKind kind, Deadline deadline) {
        String which = Texts.of("grounds.deadline." + kind, deadline.text());
        return Grounds.byRule(kind.rule(), Texts.of("grounds." + happened, office, which, deadline.text()));
    }

    private static String quotaRule(UnitType type) {
        return switch (type) {
            case CITY -> "R3.2";
            case PLANNED_CITY -> "R3.3";
            case CENTRAL -> "R3.4";
            case COMMS_ADMIN, DEPARTMENT -> "R3.5";
            case MINISTRY -> throw new IllegalArgumentException("The ministry recommends nothing");
        };
    }

    /** The cases that there are. */
    enum Case {
        QUOTA_FULL,
        LEFT_OUT,
        NONE_LISTED,
        NOT_DECIDED,
        NOT_CORRECTED,
        NOT_AWAITED,
        CORRECTION_MISSED,
        WINDOW_CLOSED,
        NOT_REVIEWED,
        LIST_NOT_RANKED,
        LIST_NOT_SIGNED,
        LIST_NOT_SENT,
        LIST_NOT_ARRIVED,
        NOT_SELECTED,
        NONE_SELECTED
    }
}
