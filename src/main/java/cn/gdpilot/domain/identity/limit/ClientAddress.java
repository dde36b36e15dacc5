package cn.gdpilot.domain.identity.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** What counts as one address: of IPv6 the first 64 bits, because a single line is given all that lie behind them. */
public final class ClientAddress {

    private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int LONGEST = 64;

    private ClientAddress() {}

    /** The address under which a caller is counted; null is nobody's and counts as one. */
    public static String of(String remote) {
        String plain = remote == null
                ? "unknown"
                : remote.strip().replaceFirst("%.*$", "").replaceAll("^\\[|]$", "");
        if (!SIX.matcher(plain).matches()) {
            return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        }
        try {
            // A text with a colon is never looked up by name.
            byte[] bytes = InetAddress.getByName(plain).getAddress();
            return bytes.length == 4 ? four(bytes) : six(bytes);
        } catch (UnknownHostException malformed) {
            return "unknown";
        }
    }

    private static String four(byte[] bytes) {
        return "%d.%d.%d.%d".formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff, bytes[3] & 0xff);
    }

    private static String six(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i += 2) {
            text.append("%x:".formatted((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff));
        }
        return text.append(":/64").toString();
    }
}
