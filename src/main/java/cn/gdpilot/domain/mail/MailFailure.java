package cn.gdpilot.domain.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/**
 * Why a mail was not sent.
 *
 * @param kind whether the letter, its address or the server is to blame
 * @param text what the server said, addresses left out
 */
record MailFailure(Kind kind, String text) {

    private static final int FOR_GOOD = 500;
    private static final Pattern ADDRESS = Pattern.compile("<?[\\w.+%-]+@[\\w.-]+>?");

    static MailFailure of(Throwable failure) {
        Kind kind = Kind.PASSING;
        Throwable deepest = failure;
        for (Throwable one = failure; one != null; one = next(one)) {
            kind = kindOf(one, kind);
            deepest = one;
        }
        String said = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        return new MailFailure(kind, plain(said));
    }

    /** What a server said, addresses left out. */
    static String plain(String said) {
        return ADDRESS.matcher(said.strip()).replaceAll("***");
    }

    private static Kind kindOf(Throwable one, Kind otherwise) {
        if (one instanceof MailConnectException || one instanceof AuthenticationFailedException) {
            return Kind.SERVER;
        }
        boolean refused = one instanceof SMTPAddressFailedException address && address.getReturnCode() >= FOR_GOOD
                || one instanceof SMTPSendFailedException content && content.getReturnCode() >= FOR_GOOD
                || one instanceof AddressException;
        return refused ? Kind.REFUSED : otherwise;
    }

    /** Mail's own exceptions hang on each other by another link than causes. */
    private static Throwable next(Throwable one) {
        if (one instanceof MessagingException mail && mail.getNextException() != null) {
            return mail.getNextException();
        }
        return one.getCause();
    }

    /** Who is to blame. */
    enum Kind {
        /** It may pass: a code of 400, a lost connection. */
        PASSING,
        /** The address or the content is refused for good. */
        REFUSED,
        /** The server is not there, or does not let us in. */
        SERVER
    }
}
