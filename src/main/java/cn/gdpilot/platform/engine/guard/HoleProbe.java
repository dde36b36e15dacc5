package cn.gdpilot.platform.engine.guard;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tries both public holes of the engine at every start, inside the process: CVE-2026-109432 (an expression in an or-query
 * of a task query) and CVE-2026-77226 (a user made through the set-up page without a sign-in). If one bites, the
 * application does not start.
 */
@Component
public class HoleProbe {

    private static final Logger LOG = LoggerFactory.getLogger(HoleProbe.class);
    private static final String SET_UP = "/camunda/api/admin/setup/default/user/create";

    private final IdentityService identity;
    private final TaskService tasks;
    private final HttpFence fence;
    private final boolean wanted;

    HoleProbe(
            IdentityService identity,
            TaskService tasks,
            HttpFence fence,
            @Value("${pilot.engine.self-test}") boolean wanted) {
        this.identity = identity;
        this.tasks = tasks;
        this.fence = fence;
        this.wanted = wanted;
    }

    /** @throws IllegalStateException naming the hole that is open */
    public void run() {
        if (!wanted) {
            return;
        }
        require(
                refusesExpressions(),
                "CVE-2026-109432: an expression in a task query is evaluated; pilot.engine.guard must be on.");
        require(
                refusesStrangers(),
                "CVE-2026-77226: a user can be made without a sign-in; pilot.engine.guard must be on.");
        require(
                fence.refusesAlways("POST", SET_UP),
                "CVE-2026-77226: the set-up address is open; pilot.engine.fence must be on.");
        LOG.info("Probed: neither CVE-2026-109432 nor CVE-2026-77226 bites");
    }

    private boolean refusesExpressions() {
        String mark = "gdpilot.probe." + UUID.randomUUID();
        String payload =
                "${''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(), ''.getClass())"
                        + ".invoke(null, '" + mark + "', 'bitten')}";
        identity.setAuthentication("probe", List.of());
        try {
            return refused(() -> tasks.createTaskQuery()
                            .or()
                            .taskAssigneeExpression(payload)
                            .endOr()
                            .list())
                    && System.getProperty(mark) == null;
        } finally {
            identity.clearAuthentication();
            System.clearProperty(mark);
        }
    }

    private boolean refusesStrangers() {
        String id = "probe" + UUID.randomUUID().toString().replace("-", "");
        User user = identity.newUser(id);
        WebCall.open();
        try {
            return refused(() -> identity.saveUser(user));
        } finally {
            WebCall.close();
            identity.deleteUser(id);
        }
    }

    private static boolean refused(Runnable attempt) {
        try {
            attempt.run();
            return false;
        } catch (Refused refusal) {
            return true;
        } catch (RuntimeException evaluated) {
            return false;
        }
    }

    private static void require(boolean closed, String problem) {
        if (!closed) {
            throw new IllegalStateException("This start is refused. " + problem);
        }
    }
}
