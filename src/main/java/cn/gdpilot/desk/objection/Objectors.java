package cn.gdpilot.desk.objection;

import cn.gdpilot.domain.identity.ApplicantAccounts;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Finds the applicant that is signed in on a public page. */
@Component
class Objectors {

    private final ApplicantAccounts accounts;
    private final Applicants applicants;

    Objectors(ApplicantAccounts accounts, Applicants applicants) {
        this.accounts = accounts;
        this.applicants = applicants;
    }

    /**
     * The applicant whose account it is.
     *
     * @param signedIn null = nobody
     * @return empty for officers and for people who are not signed in
     */
    Optional<Applicant> applicant(Authentication signedIn) {
        return Optional.ofNullable(signedIn)
                .filter(one -> one.getAuthorities().stream()
                        .anyMatch(role -> role.getAuthority().equals(Person.APPLICANT_ROLE)))
                .flatMap(one -> accounts.find(one.getName()))
                .map(account -> applicants.get(account.applicantId()));
    }
}
