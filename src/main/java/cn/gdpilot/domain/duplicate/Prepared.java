package cn.gdpilot.domain.duplicate;

import cn.gdpilot.domain.duplicate.names.ComparedName;
import java.util.Set;

/**
 * A candidate made ready.
 *
 * @param candidate project
 * @param name      its name, made ready
 * @param company   the applicant's name without what does not tell companies apart
 * @param rareFiles files that few others have; forms that everybody hands in tell nothing
 */
record Prepared(Candidate candidate, ComparedName name, String company, Set<String> rareFiles) {

    boolean sameApplicant(Prepared other) {
        return candidate.creditCode().equals(other.candidate.creditCode()) || company.equals(other.company);
    }
}
