package cn.gdpilot.notice;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;

/**
 * What a mail consists of.
 *
 * @param text       its text
 * @param attachment name of the attachment; null if there is none
 */
record MailParts(String text, String attachment) {

    static MailParts of(Part mail) throws MessagingException, IOException {
        if (!(mail.getContent() instanceof MimeMultipart parts)) {
            return new MailParts(String.valueOf(mail.getContent()), null);
        }
        String text = "";
        String attachment = null;
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                attachment = MimeUtility.decodeText(part.getFileName());
            } else {
                text = String.valueOf(part.getContent()).strip();
            }
        }
        return new MailParts(text, attachment);
    }
}
