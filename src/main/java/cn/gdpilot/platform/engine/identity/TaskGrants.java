package cn.gdpilot.platform.engine.identity;

import java.util.Arrays;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;

/** Whoever is asked to do a task may read the task's own variables too: the list of tasks shows its subject from there. */
public class TaskGrants extends DefaultAuthorizationProvider {

    @Override
    protected AuthorizationEntity createOrUpdateAuthorization(
            Task task, String holder, String group, Resource resource, boolean isNew, Permission... permissions) {
        Permission[] more = Arrays.copyOf(permissions, permissions.length + 2);
        more[permissions.length] = TaskPermissions.READ_VARIABLE;
        // To give a task back; the guard lets nobody use it for more.
        more[permissions.length + 1] = TaskPermissions.TASK_ASSIGN;
        return super.createOrUpdateAuthorization(task, holder, group, resource, isNew, more);
    }
}
