package cn.gdpilot.domain.identity.factor;

import cn.gdpilot.domain.record.RecordSeal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Keeps secrets in the database unreadable without the installation's key: AES-256-GCM, bound to the account. */
@Component
class SecretBox {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec boxKey;
    private final SecretKeySpec hashKey;
    private final SecureRandom random = new SecureRandom();

    SecretBox(RecordSeal seal) {
        this.boxKey = new SecretKeySpec(seal.keyFor("second-factor"), "AES");
        this.hashKey = new SecretKeySpec(seal.keyFor("recovery-code"), "HmacSHA256");
    }

    String close(String account, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] closed = cipher(Cipher.ENCRYPT_MODE, account, nonce, secret);
        byte[] all = Arrays.copyOf(nonce, nonce.length + closed.length);
        System.arraycopy(closed, 0, all, nonce.length, closed.length);
        return Base64.getEncoder().encodeToString(all);
    }

    /** @throws IllegalStateException if it was closed for another account or with another key */
    byte[] open(String account, String stored) {
        byte[] all = Base64.getDecoder().decode(stored);
        return cipher(
                Cipher.DECRYPT_MODE,
                account,
                Arrays.copyOf(all, NONCE_BYTES),
                Arrays.copyOfRange(all, NONCE_BYTES, all.length));
    }

    /** Keyed hash of a code that is long enough not to be guessed. */
    String hash(String account, String code) {
        try {
            Mac mac = Mac.getInstance(hashKey.getAlgorithm());
            mac.init(hashKey);
            return HexFormat.of().formatHex(mac.doFinal((account + "\n" + code).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] cipher(int mode, String account, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, boxKey, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(account.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The secret of a second factor can not be read with this installation's key", e);
        }
    }
}
