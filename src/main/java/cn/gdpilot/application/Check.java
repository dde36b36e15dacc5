package cn.gdpilot.application;

import cn.gdpilot.eligibility.Finding;
import java.util.List;

/**
 * The answer of a self-check.
 *
 * @param submittable true if nothing would refuse the submission
 * @param findings    all that was found, what a person will decide included
 */
record Check(boolean submittable, List<Finding> findings) {

    static Check of(List<Finding> findings) {
        return new Check(findings.stream().noneMatch(Finding::refuses), findings);
    }
}
