package cn.gdpilot.domain.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a mail consists of, however deep its parts are nested. */
public class MailParts {

    private String text = "";
    private String html;
    private final List<Part> attachments = new ArrayList<>();

    public static MailParts of(Part mail) throws MessagingException, IOException {
        MailParts parts = new MailParts();
        parts.read(mail);
        return parts;
    }

    public String text() {
        return text;
    }

    /** The HTML; null if there is none. */
    public String html() {
        return html;
    }

    /** The attachments' names, in order. */
    public List<String> attachments() throws MessagingException, IOException {
        List<String> names = new ArrayList<>();
        for (Part part : attachments) {
            names.add(MimeUtility.decodeText(part.getFileName()));
        }
        return names;
    }

    /** The attachment at that place, from 0 on; null if there is none. */
    public Part attachment(int at) {
        return at < 0 || at >= attachments.size() ? null : attachments.get(at);
    }

    private void read(Part part) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            attachments.add(part);
        } else if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                read(inner);
            }
        } else if (part.isMimeType("text/html")) {
            html = String.valueOf(part.getContent());
        } else {
            text = String.valueOf(part.getContent()).strip();
        }
    }
}
