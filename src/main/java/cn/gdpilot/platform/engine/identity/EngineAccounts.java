package cn.gdpilot.platform.engine.identity;

import cn.gdpilot.domain.identity.grant.OfficerAccounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Officers' accounts in the engine's user store. */
@Component
class EngineAccounts implements OfficerAccounts {

    private final IdentityService identity;
    private final EngineOfficers officers;
    private final Groups groups;
    private final JdbcClient jdbc;

    EngineAccounts(@Lazy IdentityService identity, EngineOfficers officers, @Lazy Groups groups, JdbcClient jdbc) {
        this.identity = identity;
        this.officers = officers;
        this.groups = groups;
        this.jdbc = jdbc;
    }

    @Override
    public List<Officer> search(String text) {
        return jdbc.sql("""
                        select id_ from act_id_user
                        where :text = '' or position(:text in id_) > 0 or position(:text in coalesce(first_, '')) > 0
                        order by id_ limit 200""").param("text", text).query(String.class).list().stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    @Override
    public List<String> names() {
        return officers.names();
    }

    @Override
    public Optional<Officer> find(String account) {
        return jdbc.sql("select first_ from act_id_user where id_ = :id")
                .param("id", account)
                .query((row, n) -> Optional.ofNullable(row.getString(1)).orElse(""))
                .optional()
                .map(name -> new Officer(account, name, officers.groups(account)));
    }

    @Override
    public Map<String, String> groups() {
        return groups.all();
    }

    @Override
    public int members(List<String> of) {
        return jdbc.sql("select count(distinct user_id_) from act_id_membership where group_id_ in (:groups)")
                .param("groups", of)
                .query(Integer.class)
                .single();
    }

    @Override
    public void open(String account, String name, String password) {
        User user = identity.newUser(account);
        user.setFirstName(name);
        user.setLastName("");
        user.setPassword(password);
        identity.saveUser(user);
    }

    @Override
    public void join(String account, String group) {
        identity.createMembership(account, group);
    }

    @Override
    public void leave(String account, String group) {
        identity.deleteMembership(account, group);
    }

    @Override
    public void setPassword(String account, String password) {
        officers.set(account, password);
    }

    @Override
    public void close(String account) {
        identity.deleteUser(account);
    }
}
