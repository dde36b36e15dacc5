package cn.gdpilot.dossier.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash under which files are kept. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
