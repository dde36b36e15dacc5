package cn.gdpilot.domain.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * What a mail server says of a mail that it could not deliver (RFC 3464).
 *
 * @param messageId Message-ID of that mail
 * @param address   to whom it could not be delivered
 * @param reason    why, as the server says
 */
record Bounce(String messageId, String address, String reason) {

    private static final int LONGEST = 64 * 1024;

    /** Reads a report; empty if the mail is none, or tells of a delay only. */
    static Optional<Bounce> read(Part mail) throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        InternetHeaders recipient = null;
        String messageId = null;
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                recipient = recipient(part);
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                messageId = headers(part.getInputStream()).getHeader("Message-ID", null);
            }
        }
        if (recipient == null || messageId == null || !isForGood(recipient)) {
            return Optional.empty();
        }
        return Optional.of(new Bounce(messageId, address(recipient), reason(recipient)));
    }

    /** The second block of the report: the first tells of the server, the second of the recipient. */
    private static InternetHeaders recipient(BodyPart part) throws MessagingException, IOException {
        InputStream blocks = new ByteArrayInputStream(part.getInputStream().readNBytes(LONGEST));
        InternetHeaders block = new InternetHeaders(blocks);
        return block.getHeader("Final-Recipient") == null ? new InternetHeaders(blocks) : block;
    }

    private static InternetHeaders headers(InputStream original) throws MessagingException, IOException {
        return new InternetHeaders(new ByteArrayInputStream(original.readNBytes(LONGEST)));
    }

    private static boolean isForGood(InternetHeaders recipient) {
        String action = recipient.getHeader("Action", null);
        String status = recipient.getHeader("Status", null);
        return "failed".equalsIgnoreCase(action)
                && status != null
                && status.startsWith("5")
                && recipient.getHeader("Final-Recipient") != null;
    }

    private static String address(InternetHeaders recipient) {
        String named = recipient.getHeader("Final-Recipient", null);
        return named.substring(named.indexOf(';') + 1).strip();
    }

    private static String reason(InternetHeaders recipient) {
        String said = recipient.getHeader("Diagnostic-Code", null);
        return MailFailure.plain(said == null ? recipient.getHeader("Status", null) : said);
    }
}
