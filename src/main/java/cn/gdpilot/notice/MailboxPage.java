package cn.gdpilot.notice;

import cn.gdpilot.identity.ApplicantAccounts;
import cn.gdpilot.identity.Person;
import cn.gdpilot.identity.Unit;
import cn.gdpilot.identity.Units;
import cn.gdpilot.project.Applicants;
import cn.gdpilot.wording.Refusal;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The demo's mailbox: what the in-process SMTP server got. Everybody sees the mail to their own office or company. */
@Controller
class MailboxPage {

    private static final String ADMINISTRATORS = "camunda-admin";

    private final DemoMailServer server;
    private final Units units;
    private final ApplicantAccounts accounts;
    private final Applicants applicants;

    MailboxPage(DemoMailServer server, Units units, ApplicantAccounts accounts, Applicants applicants) {
        this.server = server;
        this.units = units;
        this.accounts = accounts;
        this.applicants = applicants;
    }

    @GetMapping("/mailbox")
    String show(Authentication signedIn, Model model) throws MessagingException, IOException {
        if (!server.running()) {
            throw Refusal.notFound("mailbox.none");
        }
        Person person = Person.of(signedIn);
        Set<String> own = addresses(person);
        List<Received> mails = new ArrayList<>();
        for (MimeMessage message : server.received()) {
            Received mail = Received.of(message);
            if (person.groups().contains(ADMINISTRATORS) || own.contains(mail.recipient())) {
                mails.add(mail);
            }
        }
        Collections.reverse(mails);
        model.addAttribute("mails", mails);
        return "mailbox";
    }

    private Set<String> addresses(Person person) {
        String office = person.office();
        if (office != null) {
            Unit unit = units.get(office);
            return person.groups().contains(unit.leadGroup())
                    ? Set.of(unit.leadEmail(), unit.email())
                    : Set.of(unit.email());
        }
        return accounts.find(person.username())
                .map(account -> Set.of(applicants.get(account.applicantId()).contactEmail()))
                .orElse(Set.of());
    }

    /**
     * A mail that has arrived.
     *
     * @param recipient  address
     * @param subject    subject
     * @param sentAt     when
     * @param body       text
     * @param attachment name of the attachment; null if there is none
     */
    record Received(String recipient, String subject, Instant sentAt, String body, String attachment) {

        static Received of(MimeMessage message) throws MessagingException, IOException {
            String recipient =
                    ((InternetAddress) message.getRecipients(Message.RecipientType.TO)[0]).getAddress();
            MailParts parts = MailParts.of(message);
            return new Received(
                    recipient, message.getSubject(), message.getSentDate().toInstant(), parts.text(), parts.attachment());
        }
    }
}
