package cn.gdpilot.platform.engine.identity;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.PasswordPolicy;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the first administrator of a new installation from the settings; the password must be changed at first sign-in. */
@Component
public class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final IdentityService identity;
    private final EngineOfficers officers;
    private final PasswordPolicy policy;
    private final String name;
    private final String password;

    FirstAdministrator(
            IdentityService identity,
            EngineOfficers officers,
            PasswordPolicy policy,
            @Value("${pilot.first-administrator.name}") String name,
            @Value("${pilot.first-administrator.password}") String password) {
        this.identity = identity;
        this.officers = officers;
        this.policy = policy;
        this.name = name;
        this.password = password;
    }

    /** Makes one if the settings name one and nobody administers yet. */
    public void make() {
        if (name.isBlank() || officers.members(Group.CAMUNDA_ADMIN) > 0) {
            return;
        }
        policy.check(password, name);
        User user = identity.newUser(name);
        user.setPassword(password);
        identity.saveUser(user);
        identity.createMembership(name, Group.CAMUNDA_ADMIN);
        LOG.info("First administrator {} made; the password must be changed at the first sign-in", name);
    }
}
