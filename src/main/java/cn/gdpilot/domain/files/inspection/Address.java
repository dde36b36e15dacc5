package cn.gdpilot.domain.files.inspection;

import java.util.regex.Pattern;

/** The target of a link in a file. */
final class Address {

    /** A page or a mailbox that a person clicks on, or a place in the same file. */
    private static final Pattern CLICKABLE = Pattern.compile("(?i)(https?://|mailto:|www\\.|#).*", Pattern.DOTALL);
    /** With a scheme, on a share, or on a drive. */
    private static final Pattern REMOTE =
            Pattern.compile("(?i)(https?:|ftps?:|file:|smb:|[\\\\/]{2}|[a-z]:[\\\\/]).*", Pattern.DOTALL);

    private static final int LONGEST_SHOWN = 80;

    private Address() {}

    /** True if it may stand in a link that a person clicks on; so may nothing at all. */
    static boolean isClickable(String address) {
        String plain = plain(address);
        return plain.isEmpty() || CLICKABLE.matcher(plain).matches();
    }

    /** @throws cn.gdpilot.domain.text.Refusal if a person who clicks on it would not come to a page or a mailbox */
    static void checkLink(String address) {
        if (!isClickable(address)) {
            throw Inspection.refused("material.link", address.substring(0, Math.min(LONGEST_SHOWN, address.length())));
        }
    }

    /** True if it lies outside of the file, anywhere on the network or on a disc. */
    static boolean isRemote(String address) {
        return REMOTE.matcher(plain(address)).matches();
    }

    private static String plain(String address) {
        return address.replaceAll("[\\p{Cntrl}\\p{Z}\"]", "");
    }
}
