package cn.gdpilot.domain.identity.limit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Somebody tries to sign in.
 *
 * @param account as typed
 * @param address as {@link ClientAddress} gives it
 * @param device  what the table knows the caller's device by; null if the caller shows none
 */
public record SignInTry(String account, String address, String device) {

    private static final int LONGEST = 64;
    private static final int DIGITS = 32;

    public SignInTry {
        // A star that somebody typed as a name must not count for all names.
        account = SignInThrottle.ANY.equals(account) ? "typed *" : shortened(account);
    }

    /**
     * A try from there.
     *
     * @param token of the device's cookie; null = none
     */
    public static SignInTry of(String account, String remote, String token) {
        return new SignInTry(account, ClientAddress.of(remote), token == null ? null : device(token));
    }

    /** The same for something else that the account is asked for, e.g. a code. */
    public SignInTry forPart(String part) {
        String end = "#" + part;
        return new SignInTry(
                account.substring(0, Math.min(account.length(), LONGEST - end.length())) + end, address, device);
    }

    private static String device(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return "device:" + HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
