package cn.gdpilot.platform.engine.identity;

import static cn.gdpilot.platform.engine.variables.CaseVariables.SUBJECT;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * What groups may do in the engine, and the Tasklist's filters. Few grants, to groups and never to persons; tasks are
 * granted to their candidate groups by the engine itself.
 */
@Component
public class Grants {

    private static final String EVERYBODY = "*";

    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;

    Grants(AuthorizationService authorizations, FilterService filters, TaskService tasks) {
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
    }

    /** Makes what is missing; a second call changes nothing. */
    public void make() {
        everybody(Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        everybody(Resources.APPLICATION, "welcome", Permissions.ACCESS);
        everybody(Resources.PROCESS_DEFINITION, EVERYBODY, Permissions.READ);
        everybody(Resources.DECISION_DEFINITION, EVERYBODY, Permissions.READ);
        everybody(Resources.FILTER, EVERYBODY, Permissions.READ);

        group(Unit.DEPARTMENT, Resources.PROCESS_DEFINITION, "campaign", Permissions.CREATE_INSTANCE);
        group(Unit.DEPARTMENT, Resources.PROCESS_INSTANCE, EVERYBODY, Permissions.CREATE);

        for (String runner : List.of(Group.OPERATOR, Group.DESIGNER)) {
            group(runner, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
            group(runner, Resources.DECISION_DEFINITION, EVERYBODY, Permissions.READ, Permissions.CREATE_INSTANCE);
            group(runner, Resources.DECISION_REQUIREMENTS_DEFINITION, EVERYBODY, Permissions.READ);
        }
        group(Group.DESIGNER, Resources.DEPLOYMENT, EVERYBODY, Permissions.READ, Permissions.CREATE);
        group(Group.OPERATOR, Resources.DEPLOYMENT, EVERYBODY, Permissions.READ);
        // Earlier releases let operators deploy.
        withdraw(Group.OPERATOR, Resources.DEPLOYMENT, Permissions.CREATE);
        group(
                Group.OPERATOR,
                Resources.PROCESS_DEFINITION,
                EVERYBODY,
                Permissions.READ,
                Permissions.READ_INSTANCE,
                ProcessDefinitionPermissions.RETRY_JOB);
        for (Resources resource : Resources.values()) {
            group(Group.CAMUNDA_ADMIN, resource, EVERYBODY, Permissions.ALL);
        }

        // The first is the one that opens: what a newcomer has not claimed yet must be seen.
        filter("filter.unit", 10, ours());
        filter("filter.mine", 20, tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        filter("filter.open", 30, ours().taskUnassigned());
        // A follow-up date lies seven days before the due date.
        filter("filter.week", 40, ours().followUpBeforeExpression("${now()}").dueAfterExpression("${now()}"));
        filter("filter.overdue", 50, ours().dueBeforeExpression("${now()}"));
    }

    private TaskQuery ours() {
        return tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .includeAssignedTasks();
    }

    private void filter(String key, int priority, TaskQuery query) {
        String name = Texts.of(key);
        if (filters.createTaskFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(Map.of(
                "priority",
                priority,
                "color",
                "#1f5fa8",
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "description",
                "",
                "variables",
                List.of(Map.of("name", SUBJECT, "label", Texts.of("filter.subject")))));
        filters.saveFilter(filter);
    }

    private void everybody(Resource resource, String id, Permission... permissions) {
        boolean there = authorizations
                        .createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0;
        if (!there) {
            save(authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL), resource, id, permissions);
        }
    }

    private void group(String group, Resource resource, String id, Permission... permissions) {
        boolean there = authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(id)
                        .count()
                > 0;
        if (!there) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            save(grant, resource, id, permissions);
        }
    }

    private void withdraw(String group, Resource resource, Permission permission) {
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(EVERYBODY)
                .list()
                .stream()
                .filter(grant -> grant.isPermissionGranted(permission))
                .forEach(grant -> {
                    grant.removePermission(permission);
                    authorizations.saveAuthorization(grant);
                });
    }

    private void save(Authorization grant, Resource resource, String id, Permission... permissions) {
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
