package cn.gdpilot.platform.engine.identity;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The engine's passwords hashed like all others; the salt is part of the hash. */
public class EnginePasswords implements PasswordEncryptor {

    static final String NAME = "gdpilot";

    private final PasswordEncoder encoder;

    public EnginePasswords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    @Override
    public String encrypt(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return encoder.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }
}
