package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.duplicate.names.CompanyNames;
import cn.gdpilot.domain.project.Applicant;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Whether an expert is bound to an applicant by what is known: employer, declared interests, city where the plan says so. */
@Component
class Bias {

    private final CompanyNames names;

    Bias(CompanyNames names) {
        this.names = names;
    }

    /** @param cities the applicant's cities that bar experts; empty where a city bars nobody */
    boolean stands(Expert expert, Applicant applicant, Set<String> cities) {
        return towards(applicant, cities).test(expert);
    }

    /** The same for a whole pool: the words by which names are compared are read once. */
    Predicate<Expert> towards(Applicant applicant, Set<String> cities) {
        CompanyNames.Reading words = names.read();
        return expert -> words.same(applicant.name(), expert.employer())
                || applicant.creditCode().equals(expert.employerCode())
                || expert.bonds().stream()
                        .anyMatch(bond -> words.same(applicant.name(), bond)
                                || applicant.creditCode().equalsIgnoreCase(bond))
                || cities.contains(ApplicantCities.plain(expert.city()));
    }
}
