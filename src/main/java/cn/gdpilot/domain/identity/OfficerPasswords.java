package cn.gdpilot.domain.identity;

import java.util.List;
import java.util.Optional;

/** The passwords of officers, who have accounts in the engine. */
public interface OfficerPasswords {

    /** Hash of the officer's password; empty if there is no such officer. */
    Optional<String> hash(String username);

    /** The names of all officers' accounts. */
    List<String> names();

    /** Stores a new password and returns its hash. */
    String set(String username, String password);
}
