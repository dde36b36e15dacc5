package cn.gdpilot.platform.security;

import java.util.List;
import java.util.Optional;

/** A port: officers as the engine's user store has them at this moment. */
public interface StoredOfficers {

    /** The hash of an officer's password; empty if there is no such officer or none is set. */
    Optional<String> hash(String username);

    /** The groups of an officer, in order; empty if there is no such officer. */
    List<String> groups(String username);
}
