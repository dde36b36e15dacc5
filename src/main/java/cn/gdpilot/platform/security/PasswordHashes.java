package cn.gdpilot.platform.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Component;

/** PBKDF2-HMAC-SHA256; a hash names its rounds, so that the setting can change without locking people out. */
@Component
class PasswordHashes implements PasswordEncoder {

    private static final Pattern NAMED = Pattern.compile("\\{pbkdf2-(\\d{1,8})}(.+)");
    private static final int SALT_BYTES = 16;

    private final Map<Integer, PasswordEncoder> encoders = new ConcurrentHashMap<>();
    private final int rounds;

    PasswordHashes(@Value("${pilot.security.password-iterations}") int rounds) {
        this.rounds = rounds;
    }

    @Override
    public String encode(CharSequence password) {
        return "{pbkdf2-" + rounds + "}" + encoder(rounds).encode(password);
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        Matcher named = NAMED.matcher(hash);
        return named.matches() && encoder(Integer.parseInt(named.group(1))).matches(password, named.group(2));
    }

    private PasswordEncoder encoder(int rounds) {
        return encoders.computeIfAbsent(
                rounds, some -> new Pbkdf2PasswordEncoder("", SALT_BYTES, some, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256));
    }
}
