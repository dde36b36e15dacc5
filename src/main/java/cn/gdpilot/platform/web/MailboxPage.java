package cn.gdpilot.platform.web;

import cn.gdpilot.domain.identity.ApplicantAccounts;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.mail.DemoMailServer;
import cn.gdpilot.domain.mail.Letter;
import cn.gdpilot.domain.mail.MailParts;
import cn.gdpilot.domain.mail.Outbox;
import cn.gdpilot.domain.mail.letters.HtmlMail;
import cn.gdpilot.domain.text.Refusal;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The demo's mailbox: what the in-process SMTP server got. Everybody sees the letters to their own account, office or company,
 * the engine's administrator all of them.
 */
@Controller
class MailboxPage {

    private final DemoMailServer server;
    private final Outbox outbox;
    private final ApplicantAccounts accounts;

    MailboxPage(DemoMailServer server, Outbox outbox, ApplicantAccounts accounts) {
        this.server = server;
        this.outbox = outbox;
        this.accounts = accounts;
    }

    @GetMapping("/mailbox")
    String show(Authentication signedIn, Model model) throws MessagingException, IOException {
        List<Received> mails = new ArrayList<>();
        for (MimeMessage message : own(signedIn)) {
            mails.add(Received.of(message));
        }
        Collections.reverse(mails);
        model.addAttribute("mails", mails);
        return "mailbox";
    }

    /** The mail's HTML, as a page that may do nothing at all. */
    @GetMapping("/mailbox/{mail}/html")
    ResponseEntity<String> html(@PathVariable String mail, Authentication signedIn)
            throws MessagingException, IOException {
        String html = MailParts.of(find(mail, signedIn)).html();
        if (html == null) {
            throw Refusal.notFound("mailbox.no-such");
        }
        return HtmlMail.page(html);
    }

    /** One of the mail's attachments, to be saved. */
    @GetMapping("/mailbox/{mail}/attachments/{part}")
    ResponseEntity<byte[]> attachment(
            @PathVariable String mail, @PathVariable("part") int number, Authentication signedIn)
            throws MessagingException, IOException {
        MailParts parts = MailParts.of(find(mail, signedIn));
        Part attachment = parts.attachment(number);
        if (attachment == null) {
            throw Refusal.notFound("mailbox.no-such");
        }
        ContentDisposition saved = ContentDisposition.attachment()
                .filename(parts.attachments().get(number), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header("Content-Disposition", saved.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(attachment.getInputStream().readAllBytes());
    }

    private MimeMessage find(String mail, Authentication signedIn) throws MessagingException {
        for (MimeMessage message : own(signedIn)) {
            if (Received.id(message).equals(mail)) {
                return message;
            }
        }
        throw Refusal.notFound("mailbox.no-such");
    }

    private List<MimeMessage> own(Authentication signedIn) throws MessagingException {
        if (!server.running()) {
            throw Refusal.notFound("mailbox.none");
        }
        Person person = Person.of(signedIn);
        if (person.groups().contains(Group.CAMUNDA_ADMIN)) {
            return server.received();
        }
        Set<String> letters = outbox.of(readers(person));
        List<MimeMessage> own = new ArrayList<>();
        for (MimeMessage message : server.received()) {
            if (letters.contains(message.getMessageID())) {
                own.add(message);
            }
        }
        return own;
    }

    /** Mail goes by the account, never by an address: people type any address they like. */
    private Set<String> readers(Person person) {
        Set<String> readers = new HashSet<>(person.groups());
        readers.add(person.username());
        if (person.office() != null) {
            readers.add(person.office());
        }
        accounts.find(person.username()).ifPresent(account -> readers.add(Letter.readerOf(account.applicantId())));
        return readers;
    }

    /**
     * A mail that has arrived.
     *
     * @param id          the part of its Message-ID before the at sign
     * @param recipient   address
     * @param subject     subject
     * @param sentAt      when
     * @param body        text
     * @param html        whether there is HTML too
     * @param attachments names of the attachments
     * @param headers     its header lines, decoded
     */
    record Received(
            String id,
            String recipient,
            String subject,
            Instant sentAt,
            String body,
            boolean html,
            List<String> attachments,
            List<String> headers) {

        static Received of(MimeMessage message) throws MessagingException, IOException {
            MailParts parts = MailParts.of(message);
            return new Received(
                    id(message),
                    recipient(message),
                    message.getSubject(),
                    message.getSentDate().toInstant(),
                    parts.text(),
                    parts.html() != null,
                    parts.attachments(),
                    headers(message));
        }

        static String id(MimeMessage message) throws MessagingException {
            return message.getMessageID().replaceAll("[<>]|@.*", "");
        }

        static String recipient(MimeMessage message) throws MessagingException {
            return ((InternetAddress) message.getRecipients(Message.RecipientType.TO)[0]).getAddress();
        }

        private static List<String> headers(MimeMessage message) throws MessagingException, IOException {
            List<String> lines = new ArrayList<>();
            for (Header header : Collections.list(message.getAllHeaders())) {
                lines.add(header.getName() + ": " + MimeUtility.decodeText(MimeUtility.unfold(header.getValue())));
            }
            return lines;
        }
    }
}
