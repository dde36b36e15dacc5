package cn.gdpilot.platform.engine.identity;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.text.Refusal;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine's user store, in which nobody administers in two ways: operator, accounts, audit and the engine's
 * administration are kept apart by a primary key, in the transaction of the membership itself, whoever makes it.
 */
public class AdministratorRoles extends DbIdentityServiceProvider {

    private final JdbcClient jdbc;

    private AdministratorRoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public IdentityOperationResult createMembership(String userId, String groupId) {
        if (Group.ADMINISTRATORS.contains(groupId)) {
            try {
                jdbc.sql("insert into administrator_role (account, role) values (:account, :role)")
                        .param("account", userId)
                        .param("role", groupId)
                        .update();
            } catch (DuplicateKeyException another) {
                throw Refusal.conflict("grant.exclusive", userId);
            }
        }
        return super.createMembership(userId, groupId);
    }

    @Override
    public IdentityOperationResult deleteMembership(String userId, String groupId) {
        jdbc.sql("delete from administrator_role where account = :account and role = :role")
                .param("account", userId)
                .param("role", groupId)
                .update();
        return super.deleteMembership(userId, groupId);
    }

    @Override
    public IdentityOperationResult deleteUser(String userId) {
        jdbc.sql("delete from administrator_role where account = :account")
                .param("account", userId)
                .update();
        return super.deleteUser(userId);
    }

    /**
     * A store for each command.
     *
     * @param jdbc the engine's own database
     */
    public record Factory(JdbcClient jdbc) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AdministratorRoles.class;
        }

        @Override
        public Session openSession() {
            return new AdministratorRoles(jdbc);
        }
    }
}
