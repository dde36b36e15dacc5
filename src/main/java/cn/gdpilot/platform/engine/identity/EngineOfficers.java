package cn.gdpilot.platform.engine.identity;

import cn.gdpilot.domain.identity.OfficerPasswords;
import cn.gdpilot.platform.security.StoredOfficers;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The officers' accounts, which live in the engine's user store. */
@Component
public class EngineOfficers implements OfficerPasswords, StoredOfficers {

    private static final String ALGORITHM = "{" + EnginePasswords.NAME + "}";

    private final IdentityService identity;
    private final JdbcClient jdbc;

    EngineOfficers(@Lazy IdentityService identity, JdbcClient jdbc) {
        this.identity = identity;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> hash(String username) {
        return jdbc.sql("select pwd_ from act_id_user where id_ = :user and pwd_ is not null")
                .param("user", username)
                .query(String.class)
                .optional()
                .map(EngineOfficers::plainHash);
    }

    @Override
    public List<String> names() {
        return jdbc.sql("select id_ from act_id_user order by id_")
                .query(String.class)
                .list();
    }

    /** The hash alone, without the name under which the engine stores it. */
    public static String plainHash(String stored) {
        return stored.replace(ALGORITHM, "");
    }

    @Override
    public String set(String username, String password) {
        User user = identity.createUserQuery().userId(username).singleResult();
        user.setPassword(password);
        identity.saveUser(user);
        return hash(username).orElseThrow();
    }

    @Override
    public List<String> groups(String username) {
        return jdbc.sql("select group_id_ from act_id_membership where user_id_ = :user order by group_id_")
                .param("user", username)
                .query(String.class)
                .list();
    }

    /** How many people are in a group. */
    int members(String group) {
        return jdbc.sql("select count(*) from act_id_membership where group_id_ = :group")
                .param("group", group)
                .query(Integer.class)
                .single();
    }

    /** Gives an account the password hash of another; for the demo, where hashing sixty times would take long. */
    void copyHash(String from, String to) {
        jdbc.sql(
                        "update act_id_user set pwd_ = (select pwd_ from act_id_user where id_ = :from), salt_ = '' where id_ = :to")
                .param("from", from)
                .param("to", to)
                .update();
    }
}
