package cn.gdpilot.domain.eligibility.credit;

import java.util.Arrays;

/**
 * What a registry says.
 *
 * @param state what it found
 * @param words the same in a Chinese sentence for the reviewer
 */
public record CreditAnswer(State state, String words) {

    /** What a registry can find. */
    public enum State {
        CLEAN,
        DISHONEST,
        /** It could not be asked: work goes on, marked. */
        UNAVAILABLE;

        /** The state of that name; null if there is none. */
        public static State of(String name) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }
}
