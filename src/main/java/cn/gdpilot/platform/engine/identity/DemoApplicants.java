package cn.gdpilot.platform.engine.identity;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.ApplicantAccounts;
import cn.gdpilot.domain.project.ApplicantType;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Contact;
import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.security.PasswordHashes;
import java.time.Instant;
import org.apache.commons.csv.CSVRecord;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The applicants of the demo start, with their accounts. */
@Component
@Profile("!production")
class DemoApplicants {

    private static final String LIST = "demo-applicants.csv";

    private final Applicants applicants;
    private final ApplicantAccounts accounts;
    private final PasswordEncoder encoder;
    private final PilotClock clock;
    private final ReferenceFiles files;

    DemoApplicants(
            Applicants applicants,
            ApplicantAccounts accounts,
            PasswordEncoder encoder,
            PilotClock clock,
            ReferenceFiles files) {
        this.applicants = applicants;
        this.accounts = accounts;
        this.encoder = encoder;
        this.clock = clock;
        this.files = files;
    }

    /** Makes the applicants of the list that are missing. */
    void make() {
        String hash = accounts.find("applicant-1")
                .map(ApplicantAccounts.Account::passwordHash)
                .orElseGet(() -> encoder.encode(PasswordHashes.DEMO_PASSWORD));
        files.rows(LIST).forEach(row -> applicant(row, hash));
    }

    private void applicant(CSVRecord row, String hash) {
        String username = row.get("account");
        if (accounts.isGivenOut(username)) {
            return;
        }
        Instant now = clock.now();
        String first17 = DemoPeople.CREDIT_CODES + "%03d".formatted(row.getRecordNumber());
        String code = first17 + CreditCode.checkCharacter(first17);
        long id = applicants.add(
                CreditCode.parse(code), row.get("name"), ApplicantType.INDUSTRIAL, row.get("city"), contact(row), now);
        accounts.openWithHash(username, hash, id, now);
    }

    /** @throws Refusal naming the line of the list that cannot be entered */
    private static Contact contact(CSVRecord row) {
        try {
            return Contact.of(row.get("contact"), row.get("phone"), row.get("email"));
        } catch (Refusal refusal) {
            throw Refusal.invalid("expert.line", LIST, row.getRecordNumber() + 1, refusal.getMessage());
        }
    }
}
