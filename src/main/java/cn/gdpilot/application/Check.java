package cn.gdpilot.application;

import java.util.List;

/**
 * The answer of a self-check.
 *
 * @param submittable true if nothing would refuse the submission
 * @param findings    all that was found, what a person will decide included
 */
record Check(boolean submittable, List<CheckedFinding> findings) {

    static Check of(List<CheckedFinding> findings) {
        return new Check(findings.stream().noneMatch(CheckedFinding::refuses), findings);
    }

    /** How many findings keep the application back at one of these places. */
    long open(List<String> fields) {
        return findings.stream().filter(CheckedFinding::refuses).filter(one -> fields.contains(one.field())).count();
    }
}
