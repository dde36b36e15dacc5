package cn.gdpilot.desk.application.account;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.ApplicantAccounts;
import cn.gdpilot.domain.identity.limit.ClientAddress;
import cn.gdpilot.domain.identity.limit.RegistrationCount;
import cn.gdpilot.domain.project.ApplicantType;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Contact;
import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.LimitRefusals;
import cn.gdpilot.domain.text.PlainName;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import java.time.Instant;
import java.util.Arrays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers applicants with their account. */
@Service
public class Registration {

    private final Applicants applicants;
    private final ApplicantAccounts accounts;
    private final RegistrationCount counts;
    private final MailConfirmation confirmation;
    private final LimitRefusals limits;
    private final PilotClock clock;
    private final TransactionTemplate transaction;

    Registration(
            Applicants applicants,
            ApplicantAccounts accounts,
            RegistrationCount counts,
            MailConfirmation confirmation,
            LimitRefusals limits,
            PilotClock clock,
            TransactionTemplate transaction) {
        this.applicants = applicants;
        this.accounts = accounts;
        this.counts = counts;
        this.confirmation = confirmation;
        this.limits = limits;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Registers an applicant, and sends the letter that asks to confirm the address, where one is asked for.
     *
     * @param remote from where, as the server sees it
     * @return the user name to sign in with
     * @throws Refusal if anything is malformed, the code or the user name is taken, or too many have registered from there
     */
    public String register(NewApplicant form, String remote) {
        String address = ClientAddress.of(remote);
        limits.watch(new Actor("nobody", null), null, () -> {
            counts.take(address);
            return null;
        });
        try {
            return transaction.execute(status -> add(form));
        } catch (RuntimeException nothingCameOfIt) {
            counts.giveBack(address);
            throw nothingCameOfIt;
        }
    }

    private String add(NewApplicant form) {
        Instant now = clock.now();
        CreditCode code = CreditCode.parse(form.creditCode());
        String name = PlainName.check("applicant", form.name());
        String city = form.city() == null || form.city().isBlank() ? "" : PlainName.check("city", form.city());
        if (TextLimit.CITY.exceededBy(city)) {
            throw Refusal.invalid("name.long", city.substring(0, 10), TextLimit.CITY.length());
        }
        Contact contact = Contact.of(form.contactName(), form.contactPhone(), form.contactEmail());
        String username = form.username() == null || form.username().isBlank()
                ? code.value()
                : form.username().strip();
        long id = applicants.add(code, name, type(form.applicantType()), city, contact, now);
        accounts.open(username, form.password(), id, now);
        if (confirmation.isMissing(id)) {
            confirmation.send(id, new Actor(username, null));
        }
        return username;
    }

    private static ApplicantType type(String text) {
        return Arrays.stream(ApplicantType.values())
                .filter(type -> type.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.byRule("R2.1", "applicant.type"));
    }

    /**
     * What a new applicant tells.
     *
     * @param creditCode    unified social credit code
     * @param name          registered name
     * @param applicantType INDUSTRIAL, TELECOM, IT, INTERNET, ACADEMIC, PARK, OTHER
     * @param city          where it is registered; may be empty
     * @param contactName   contact
     * @param contactPhone  contact
     * @param contactEmail  contact
     * @param username      to sign in with; empty = the credit code
     * @param password      at least ten characters
     */
    public record NewApplicant(
            String creditCode,
            String name,
            String applicantType,
            String city,
            String contactName,
            String contactPhone,
            String contactEmail,
            String username,
            String password) {

        @Override
        public String toString() {
            return "NewApplicant[" + creditCode + "]";
        }
    }
}
