package cn.gdpilot.application;

import cn.gdpilot.audit.Actor;
import cn.gdpilot.identity.ApplicantAccounts;
import cn.gdpilot.wording.Refusal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The applicant for whom the signed-in person acts. */
@Component
class SignedInApplicant {

    private final ApplicantAccounts accounts;

    SignedInApplicant(ApplicantAccounts accounts) {
        this.accounts = accounts;
    }

    long id() {
        return accounts.find(username())
                .map(ApplicantAccounts.Account::applicantId)
                .orElseThrow(() -> Refusal.forbidden("account.no-applicant"));
    }

    Actor actor() {
        return new Actor(username(), null);
    }

    private static String username() {
        return SecurityContextHolder.getContext().getAuthentication().getName();
    }
}
