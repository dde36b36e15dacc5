package cn.gdpilot.domain.objection;

import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Decider;
import java.util.Arrays;
import java.util.Optional;

/**
 * The ways in which an upheld objection changes an outcome or a public list. Each has one {@link OutcomeOwner}, the desk
 * that carries it out.
 */
public enum Reversal {
    /** A refused application is on its unit's desk again; everything is checked again before it is accepted. */
    HEARD_AGAIN(Decider.UNIT, When.ANSWERED, ApplicationState.REFUSED, ApplicationState.SUBMITTED),
    /** What its unit left out is among the candidates of its list again. */
    RANKED_AGAIN(Decider.UNIT, When.ANSWERED, ApplicationState.NOT_RECOMMENDED, ApplicationState.ACCEPTED),
    /** What the Department dropped as a duplicate is its candidate again. */
    NO_DUPLICATE(Decider.DEPARTMENT, When.ANSWERED, ApplicationState.DUPLICATE, ApplicationState.REVIEWED),
    /** What the Department did not forward is reviewed again. */
    REVIEWED_AGAIN(Decider.DEPARTMENT, When.ANSWERED, ApplicationState.NOT_FORWARDED, ApplicationState.RECOMMENDED),
    /** A candidate of the Department is put on its public list; its state stays. */
    ON_THE_LIST(Decider.DEPARTMENT, When.ANSWERED, ApplicationState.REVIEWED, ApplicationState.REVIEWED),
    /** A project is taken off the Department's public list. */
    OFF_THE_LIST(Decider.DEPARTMENT, When.TAKEN_OFF, ApplicationState.REVIEWED, ApplicationState.NOT_FORWARDED),
    /** A project is put on the ministry's selection, from whichever office it came; its state follows at the announcement. */
    ON_THE_SELECTION(Decider.MINISTRY, When.ANSWERED, null, null),
    /** A project is taken off the ministry's selection; its state follows at the announcement. */
    OFF_THE_SELECTION(Decider.MINISTRY, When.TAKEN_OFF, null, null),
    /** The unit's lead adds what it left out to its list that has gone. */
    RECOMMENDED_LATE(Decider.UNIT, When.LEAD_ADDS, ApplicationState.NOT_RECOMMENDED, ApplicationState.RECOMMENDED),
    /** The Department's lead adds what it left out to its list that has gone. */
    FORWARDED_LATE(Decider.DEPARTMENT, When.LEAD_ADDS, ApplicationState.NOT_FORWARDED, ApplicationState.FORWARDED),
    /** The ministry's lead adds what was not selected to the pilots, after the announcement. */
    SELECTED_LATE(Decider.MINISTRY, When.LEAD_ADDS, ApplicationState.NOT_SELECTED, ApplicationState.SELECTED);

    private final Decider office;
    private final When when;
    private final ApplicationState from;
    private final ApplicationState to;

    Reversal(Decider office, When when, ApplicationState from, ApplicationState to) {
        this.office = office;
        this.when = when;
        this.from = from;
        this.to = to;
    }

    /**
     * What follows from the office's answer at once.
     *
     * @param now the project's present state
     * @return empty if that state leaves nothing to carry out
     */
    static Optional<Reversal> byAnswer(Decider office, Objection.Effect effect, ApplicationState now) {
        When when = effect == Objection.Effect.TAKE_OFF ? When.TAKEN_OFF : When.ANSWERED;
        return Arrays.stream(values())
                .filter(one -> one.office == office && one.when == when)
                // What is taken off a list may have ended already; the desk whose list it is knows.
                .filter(one -> one.from == null || one.from == now || when == When.TAKEN_OFF)
                .findFirst();
    }

    /**
     * What follows where the office's lead adds the project.
     *
     * @param about the outcome that was objected to
     */
    static Optional<Reversal> byLead(Decider office, ApplicationState about) {
        return Arrays.stream(values())
                .filter(one -> one.office == office && one.when == When.LEAD_ADDS && one.from == about)
                .findFirst();
    }

    /** The state that the project must be in; null where any will do. */
    public ApplicationState from() {
        return from;
    }

    /** The state that the project gets; null where its state stays for now. */
    public ApplicationState to() {
        return to;
    }

    private enum When {
        ANSWERED,
        TAKEN_OFF,
        LEAD_ADDS
    }
}
