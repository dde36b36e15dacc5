package cn.gdpilot.desk.application.account;

import cn.gdpilot.domain.identity.ApplicantAccounts;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The applicant for whom the signed-in person acts. */
@Component
public class SignedInApplicant {

    private final ApplicantAccounts accounts;

    SignedInApplicant(ApplicantAccounts accounts) {
        this.accounts = accounts;
    }

    public long id() {
        return accounts.find(username())
                .map(ApplicantAccounts.Account::applicantId)
                .orElseThrow(() -> Refusal.forbidden("account.no-applicant"));
    }

    public Actor actor() {
        return new Actor(username(), null);
    }

    private static String username() {
        return SecurityContextHolder.getContext().getAuthentication().getName();
    }
}
