package cn.gdpilot.platform.engine.identity;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.identity.ApplicantAccounts;
import cn.gdpilot.domain.identity.OwnPasswords;
import cn.gdpilot.domain.project.ApplicantType;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Contact;
import cn.gdpilot.domain.project.CreditCode;
import cn.gdpilot.domain.scoring.DemoExperts;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.security.PasswordHashes;
import java.time.Instant;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the demo start: one for each group, named like it, five applicants, and enough experts; never in production. */
@Component
@Profile("!production")
public class DemoPeople {

    /** How the invented credit codes of the demo's applicants begin; 3 digits and the check character follow. */
    public static final String CREDIT_CODES = "91440101MADEM0";

    private static final String LIST = "demo-applicants.csv";

    private final Groups groups;
    private final IdentityService identity;
    private final Applicants applicants;
    private final ApplicantAccounts accounts;
    private final PasswordEncoder encoder;
    private final PilotClock clock;
    private final EngineOfficers officers;
    private final OwnPasswords own;
    private final DemoExperts experts;
    private final ReferenceFiles files;

    /** The first officer made at this start, whose hash the others share. */
    private String hashed;

    DemoPeople(
            Groups groups,
            IdentityService identity,
            Applicants applicants,
            ApplicantAccounts accounts,
            PasswordEncoder encoder,
            PilotClock clock,
            EngineOfficers officers,
            OwnPasswords own,
            DemoExperts experts,
            ReferenceFiles files) {
        this.groups = groups;
        this.identity = identity;
        this.applicants = applicants;
        this.accounts = accounts;
        this.encoder = encoder;
        this.clock = clock;
        this.officers = officers;
        this.own = own;
        this.experts = experts;
        this.files = files;
    }

    /** Makes those that are missing. */
    @Transactional
    public void make() {
        groups.all().forEach((group, label) -> officer(group, label, group));
        // A blind review takes more than one expert.
        experts.enter().forEach((account, name) -> officer(account, name, "expert"));
        String hash = accounts.find("applicant-1")
                .map(ApplicantAccounts.Account::passwordHash)
                .orElseGet(() -> encoder.encode(PasswordHashes.DEMO_PASSWORD));
        files.rows(LIST).forEach(row -> applicant(row, hash));
    }

    private void officer(String account, String label, String group) {
        if (identity.createUserQuery().userId(account).count() > 0) {
            return;
        }
        User user = identity.newUser(account);
        user.setFirstName(label);
        user.setLastName("");
        boolean first = hashed == null;
        user.setPassword(first ? PasswordHashes.DEMO_PASSWORD : null);
        identity.saveUser(user);
        if (first) {
            hashed = account;
        } else {
            officers.copyHash(hashed, account);
        }
        own.chosen(account, officers.hash(account).orElseThrow());
        identity.createMembership(account, group);
    }

    private void applicant(CSVRecord row, String hash) {
        String username = row.get("account");
        if (accounts.isGivenOut(username)) {
            return;
        }
        Instant now = clock.now();
        String first17 = CREDIT_CODES + "%03d".formatted(row.getRecordNumber());
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
