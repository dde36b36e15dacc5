package cn.gdpilot.domain.identity.grant;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The officers' accounts, which live in the engine's user store. */
public interface OfficerAccounts {

    /** Officers whose id or name holds that text, in order of their ids; at most two hundred. */
    List<Officer> search(String text);

    /** The ids of all officers. */
    List<String> names();

    Optional<Officer> find(String account);

    /** Every group and its label. */
    Map<String, String> groups();

    /** How many people are in any of these groups. */
    int members(List<String> groups);

    /** Opens an account that may do nothing yet. */
    void open(String account, String name, String password);

    void join(String account, String group);

    void leave(String account, String group);

    /** Sets a password that its holder must change at the next sign-in. */
    void setPassword(String account, String password);

    /** Deletes the account with all its groups. */
    void close(String account);

    /**
     * An officer.
     *
     * @param account id
     * @param name    as the Tasklist shows it
     * @param groups  in order
     */
    record Officer(String account, String name, List<String> groups) {}
}
