package cn.gdpilot.domain.objection;

import cn.gdpilot.domain.project.ApplicationState;
import java.time.Instant;

/**
 * An objection and its answer.
 *
 * @param id            key; people see {@link #number()}
 * @param roundId       round
 * @param unitId        the office that answers: whose list or decision it is
 * @param publicityId   the public list that it is about; null if it is about an outcome
 * @param applicationId the project that it is about; null if it is about a list as a whole
 * @param aboutState    the outcome that it is about; null if it is about a list
 * @param applicantId   the applicant that objects; null if it is somebody else
 * @param person        who objects
 * @param contact       telephone or mail address
 * @param takenBy       account that handed it in: the applicant's, an officer's who noted it down, or "public"
 * @param words         what is said
 * @param receivedAt    when it arrived
 * @param dueAt         by when it is to be answered
 * @param state         where it stands
 * @param effect        what follows from it; null until it is answered
 * @param grounds       the answer; null until it is answered
 * @param answeredBy    account of the officer; null until it is answered
 * @param answeredAt    null until it is answered
 * @param remedy        what the office's lead decided where the answer came too late to be carried out; null elsewhere
 * @param remedyGrounds why; null until it is decided
 * @param remediedBy    account of the lead; null until it is decided
 * @param remediedAt    null until it is decided
 * @param carriedOut    what has become of the project by it; null where nothing was carried out
 */
public record Objection(
        long id,
        String roundId,
        String unitId,
        Long publicityId,
        String applicationId,
        ApplicationState aboutState,
        Long applicantId,
        String person,
        String contact,
        String takenBy,
        String words,
        Instant receivedAt,
        Instant dueAt,
        State state,
        Effect effect,
        String grounds,
        String answeredBy,
        Instant answeredAt,
        Remedy remedy,
        String remedyGrounds,
        String remediedBy,
        Instant remediedAt,
        Reversal carriedOut) {

    /** Where it stands. */
    public enum State {
        OPEN,
        UPHELD,
        DISMISSED,
        /** Its round became void before anybody answered. */
        VOID
    }

    /** What follows from it. */
    public enum Effect {
        /** The project is taken off the list. */
        TAKE_OFF,
        /** The project is put on the list, or goes on again. */
        PUT_BACK,
        /** Nothing that the state of the project shows; the answer says what follows. */
        NONE
    }

    /** What a lead decides where the list has gone already. */
    public enum Remedy {
        /** The lead has been asked and has not decided yet. */
        ASKED,
        /** The project is added to the list, or to the pilots. */
        ADDED,
        /** The outcome stays as it is; the grounds say why. */
        KEPT
    }

    /** The number that people quote. */
    public String number() {
        return "YY-%08d".formatted(id);
    }

    /** The address for letters; null where none is known. */
    public String email() {
        return contact.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") ? contact : null;
    }
}
