package cn.gdpilot.domain.project;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The decision about each step of {@link ApplicationState} into an end: which letters tell of it, which office answers an
 * objection to it, and what waits for the application and ends with it. A step without a line here is never taken.
 */
public enum Ending {
    /** Its unit refuses it (R2.1–R2.13). The CA's review may wait for it. */
    REFUSED(
            Set.of(ApplicationState.SUBMITTED),
            ApplicationState.REFUSED,
            Set.of(EndLetter.REFUSAL),
            Decider.UNIT,
            Waiting.ENDS_AT_ONCE),

    /** Its unit waits no longer for the correction that it asked for: the day has passed, or it signs its list (R3.1). */
    NOT_AWAITED(
            Set.of(ApplicationState.RETURNED),
            ApplicationState.REFUSED,
            Set.of(EndLetter.REFUSAL),
            Decider.UNIT,
            Waiting.ENDS_AT_ONCE),

    /** Its unit's signed list leaves it out, or the CA's review does not pass it (R3.2–R3.6). A duplicate of it may go on again. */
    NOT_RECOMMENDED(
            Set.of(ApplicationState.ACCEPTED, ApplicationState.RANKED),
            ApplicationState.NOT_RECOMMENDED,
            Set.of(EndLetter.LEFT_OUT, EndLetter.NOT_RECOMMENDED),
            Decider.UNIT,
            Waiting.ENDS_AT_ONCE),

    /** The same project goes on by another way, or runs as a pilot (R2.5, R2.10, R3.7). Experts may be reading it. */
    DUPLICATE(
            Set.of(ApplicationState.REVIEWED),
            ApplicationState.DUPLICATE,
            Set.of(EndLetter.DUPLICATE),
            Decider.DEPARTMENT,
            Waiting.ENDS_AT_ONCE),

    /** The Department's first review does not pass it (R3.5). A duplicate of it may go on again. */
    FAILED_FIRST_REVIEW(
            Set.of(ApplicationState.RECOMMENDED),
            ApplicationState.NOT_FORWARDED,
            Set.of(EndLetter.NOT_FORWARDED, EndLetter.LEFT_OUT),
            Decider.DEPARTMENT,
            Waiting.ENDS_AT_ONCE),

    /** The Department's list leaves it out, a check fails, or an objection takes it off the public list (R3.5). Experts and other checks may wait for it. */
    NOT_FORWARDED(
            Set.of(ApplicationState.REVIEWED),
            ApplicationState.NOT_FORWARDED,
            Set.of(EndLetter.LEFT_OUT, EndLetter.NOT_FORWARDED, EndLetter.OBJECTION_EFFECT),
            Decider.DEPARTMENT,
            Waiting.ENDS_AT_ONCE),

    /** The ministry does not select it (R3.8). All reviews were through before; the announcement ends the round. */
    NOT_SELECTED(
            Set.of(ApplicationState.RECOMMENDED, ApplicationState.FORWARDED),
            ApplicationState.NOT_SELECTED,
            Set.of(EndLetter.NOT_SELECTED),
            Decider.MINISTRY,
            Waiting.NOTHING_WAITS),

    /** The pilot's term is over (R3.8). The calendar decides, so there is nothing to object to. */
    PILOT_ENDED(
            Set.of(ApplicationState.PILOT),
            ApplicationState.PILOT_ENDED,
            Set.of(EndLetter.PILOT_ENDED),
            null,
            Waiting.NOTHING_WAITS),

    /** Its applicant discards a draft (R3.9). No letter: nobody else has ever seen it. */
    DISCARDED(Set.of(ApplicationState.DRAFT), ApplicationState.WITHDRAWN, Set.of(), null, Waiting.NOTHING_WAITS),

    /** Its applicant withdraws it (R3.9). The applicant's own decision, so there is nothing to object to. */
    WITHDRAWN(
            Set.of(
                    ApplicationState.SUBMITTED,
                    ApplicationState.RETURNED,
                    ApplicationState.ACCEPTED,
                    ApplicationState.RANKED,
                    ApplicationState.RECOMMENDED,
                    ApplicationState.REVIEWED,
                    ApplicationState.DUPLICATE,
                    ApplicationState.FORWARDED),
            ApplicationState.WITHDRAWN,
            Set.of(EndLetter.WITHDRAWAL, EndLetter.WITHDRAWN_APPLICATION),
            null,
            Waiting.ENDS_AT_ONCE),

    /** A deadline passes before its unit has accepted it (R4.1). The notice closes it, not an office, so there is nothing to object to. */
    MISSED_UNDECIDED(
            Set.of(ApplicationState.SUBMITTED, ApplicationState.RETURNED),
            ApplicationState.MISSED_DEADLINE,
            Set.of(EndLetter.MISSED_APPLICATION),
            null,
            Waiting.FOLLOWS_THE_CLOSING),

    /** A deadline passes before its list has arrived (R4.1, R4.3). Not to be objected to either. */
    MISSED_ON_ITS_WAY(
            Set.of(
                    ApplicationState.ACCEPTED,
                    ApplicationState.RANKED,
                    ApplicationState.RECOMMENDED,
                    ApplicationState.REVIEWED,
                    ApplicationState.FORWARDED),
            ApplicationState.MISSED_DEADLINE,
            Set.of(EndLetter.MISSED_APPLICATION),
            null,
            Waiting.ENDS_AT_ONCE),

    /** Its round becomes void. The round ends, not this application alone, so there is nothing to object to. */
    ROUND_VOID(
            Set.of(
                    ApplicationState.DRAFT,
                    ApplicationState.SUBMITTED,
                    ApplicationState.RETURNED,
                    ApplicationState.ACCEPTED,
                    ApplicationState.RANKED,
                    ApplicationState.RECOMMENDED,
                    ApplicationState.REVIEWED,
                    ApplicationState.FORWARDED),
            ApplicationState.VOID,
            Set.of(EndLetter.ROUND_VOID),
            null,
            Waiting.ENDS_WITH_THE_ROUND);

    private final Set<ApplicationState> from;
    private final ApplicationState to;
    private final Set<EndLetter> letters;
    private final Decider decider;
    private final Waiting waiting;

    Ending(Set<ApplicationState> from, ApplicationState to, Set<EndLetter> letters, Decider decider, Waiting waiting) {
        this.from = from;
        this.to = to;
        this.letters = letters;
        this.decider = decider;
        this.waiting = waiting;
    }

    /**
     * The decision about that step.
     *
     * @throws IllegalStateException if there is none
     */
    public static Ending of(ApplicationState from, ApplicationState to) {
        return Arrays.stream(values())
                .filter(one -> one.steps().anyMatch(Map.entry(from, to)::equals))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No decision about the step from " + from + " to " + to));
    }

    /** The office that answers an objection to that outcome; empty if the state is none, or none to object to. */
    public static Optional<Decider> answering(ApplicationState outcome) {
        return Arrays.stream(values())
                .filter(one -> one.to == outcome)
                .findFirst()
                .flatMap(Ending::decider);
    }

    /** The letters of which one or several tell of it; empty if nobody is told. */
    public Set<EndLetter> letters() {
        return letters;
    }

    /** The steps that it is about, from one state to the other. */
    Stream<Map.Entry<ApplicationState, ApplicationState>> steps() {
        return from.stream().map(state -> Map.entry(state, to));
    }

    /** The office that answers an objection to it; empty if there is nothing to object to. */
    Optional<Decider> decider() {
        return Optional.ofNullable(decider);
    }

    /** True if whatever waits for the application is told within the step ({@link ApplicationClosed}). */
    boolean endsWaiting() {
        return waiting == Waiting.ENDS_AT_ONCE;
    }

    private enum Waiting {
        /** Models and people stop waiting within the same transaction; of many that a deadline closes, batch by batch. */
        ENDS_AT_ONCE,
        /** Its own process and the CA's review hear of the closing's batch: thousands may end in one instant. */
        FOLLOWS_THE_CLOSING,
        /** All that runs for the round ends batch by batch, whatever it waits for. */
        ENDS_WITH_THE_ROUND,
        NOTHING_WAITS
    }
}
