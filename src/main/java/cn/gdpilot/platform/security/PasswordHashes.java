package cn.gdpilot.platform.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;

/**
 * PBKDF2-HMAC-SHA256; a hash names its rounds, so that the setting can change without locking people out. A hash of the demo's
 * password says so; in production that password matches no hash.
 */
@Component
public class PasswordHashes implements PasswordEncoder {

    /** The password of everybody in the demo, told on the sign-in page. */
    public static final String DEMO_PASSWORD = "demo";

    private static final Pattern NAMED = Pattern.compile("\\{(?:demo-)?pbkdf2-(\\d{1,8})}(.+)");
    private static final String DEMO = "{demo-pbkdf2-";
    private static final String OTHER = "{pbkdf2-";
    private static final int SALT_BYTES = 16;

    private final Map<Integer, PasswordEncoder> encoders = new ConcurrentHashMap<>();
    private final int rounds;
    private final boolean production;

    public PasswordHashes(@Value("${pilot.security.password-iterations}") int rounds, Environment environment) {
        this.rounds = rounds;
        this.production = environment.acceptsProfiles(Profiles.of("production"));
    }

    @Override
    public String encode(CharSequence password) {
        return (isDemo(password) ? DEMO : OTHER) + rounds + "}"
                + encoder(rounds).encode(password);
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        // The hash is computed in any case: every refusal takes the same time.
        boolean opened = opens(password, hash);
        return opened && !(production && isDemo(password));
    }

    /** Whether the hash is one of that password, in whatever start. */
    public boolean opens(CharSequence password, String hash) {
        Matcher named = NAMED.matcher(hash);
        return named.matches() && encoder(Integer.parseInt(named.group(1))).matches(password, named.group(2));
    }

    /** Whether the hash tells without computing that it was made from the demo's password; an older one does not. */
    public boolean saysDemo(String hash) {
        return hash.startsWith(DEMO);
    }

    private static boolean isDemo(CharSequence password) {
        return DEMO_PASSWORD.contentEquals(password);
    }

    private PasswordEncoder encoder(int rounds) {
        return encoders.computeIfAbsent(
                rounds,
                some -> new Pbkdf2PasswordEncoder(
                        "", SALT_BYTES, some, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256));
    }
}
