package cn.gdpilot.domain.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key of the record, HMAC-SHA256. Without a setting it is made once and kept beside the data, for trials. */
@Component
public class RecordSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    RecordSeal(@Value("${pilot.audit.key}") String key, @Value("${pilot.audit.key-file}") Path file) {
        byte[] secret = key.isBlank() ? fromFile(file) : key.getBytes(StandardCharsets.UTF_8);
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The keyed hash, 64 hexadecimal digits. */
    String of(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key for another purpose, 32 bytes, from which this one can not be reckoned. */
    public byte[] keyFor(String purpose) {
        return HexFormat.of().parseHex(of(("key for " + purpose).getBytes(StandardCharsets.UTF_8)));
    }

    /** The keyed hash of the chain's end. */
    String ofEnd(long seq, String hash) {
        return of((seq + "/" + hash).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] fromFile(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(fresh);
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, HexFormat.of().formatHex(fresh));
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
