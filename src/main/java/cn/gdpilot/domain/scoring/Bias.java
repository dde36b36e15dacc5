package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.duplicate.names.CompanyNames;
import cn.gdpilot.domain.project.Applicant;
import org.springframework.stereotype.Component;

/** Whether an expert is bound to an applicant by what is known: employer, declared interests, city where the plan says so. */
@Component
class Bias {

    private final CompanyNames names;

    Bias(CompanyNames names) {
        this.names = names;
    }

    boolean stands(Expert expert, Applicant applicant, boolean sameCityBars) {
        return names(applicant, expert.employer())
                || applicant.creditCode().equals(expert.employerCode())
                || expert.bonds().stream()
                        .anyMatch(bond ->
                                names(applicant, bond) || applicant.creditCode().equalsIgnoreCase(bond))
                || sameCityBars && !expert.city().isBlank() && expert.city().equals(applicant.city());
    }

    private boolean names(Applicant applicant, String organisation) {
        return names.same(applicant.name(), organisation);
    }
}
