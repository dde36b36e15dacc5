package cn.gdpilot.desk.application;

import java.util.List;
import java.util.function.Predicate;

/**
 * The answer of a self-check.
 *
 * @param submittable true if nothing would refuse the submission
 * @param findings    all that was found, what a person will decide included
 */
public record Check(boolean submittable, List<CheckedFinding> findings) {

    public static Check of(List<CheckedFinding> findings) {
        return new Check(findings.stream().noneMatch(CheckedFinding::refuses), findings);
    }

    /** How many findings keep the application back at one of these places. */
    public long open(List<String> fields) {
        return findings.stream()
                .filter(CheckedFinding::refuses)
                .filter(one -> fields.contains(one.field()))
                .count();
    }

    /** The same for all places of which that holds. */
    public long openAt(Predicate<String> place) {
        return findings.stream()
                .filter(CheckedFinding::refuses)
                .filter(one -> place.test(one.field()))
                .count();
    }
}
