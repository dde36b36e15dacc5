package cn.gdpilot.domain.identity.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Codes of six digits that change every thirty seconds, RFC 6238 with SHA-1, as all phones' programs know them. */
@Component
class TimeCodes {

    private static final int SECRET_BYTES = 20;
    private static final long SECONDS = 30;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final SecureRandom random = new SecureRandom();

    byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** The time step whose code it is, one step of drift allowed either way (RFC 6238, 5.2); empty if it is none. */
    OptionalLong step(byte[] secret, String code, Instant now) {
        long current = now.getEpochSecond() / SECONDS;
        return LongStream.rangeClosed(current - 1, current + 1)
                .filter(step -> code(secret, step).equals(code))
                .findFirst();
    }

    private String code(byte[] secret, long step) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()), Instant.ofEpochSecond(step * SECONDS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
