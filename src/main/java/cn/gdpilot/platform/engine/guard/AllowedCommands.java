package cn.gdpilot.platform.engine.guard;

import cn.gdpilot.domain.identity.Group;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;

/** Which commands a signed-in person may give, by the groups that the person is in; whatever is not named is refused. */
final class AllowedCommands {

    /** What the web pages ask for before they know who it is or on their own behalf. */
    private static final Set<String> NOBODY = Set.of(
            "AuthorizationCheckCmd",
            "CreateUserQueryCmd",
            "CreateGroupQueryCmd",
            "CreateTenantQueryCmd",
            "DbUserQueryImpl",
            "DbGroupQueryImpl",
            "DbTenantQueryImpl",
            "GetProcessApplicationForDeploymentCmd",
            "GetDeployedProcessDefinitionCmd");

    /** What the Tasklist's pages ask for, and what a person does with a task. */
    private static final Set<String> EVERYBODY = Set.of(
            "AuthorizationCheckCmd",
            "ExecuteFilterListCmd",
            "ExecuteFilterListPageCmd",
            "ExecuteFilterCountCmd",
            "ExecuteFilterSingleResultCmd",
            "GetFilterCmd",
            "GetTaskFormCmd",
            "GetFormKeyCmd",
            "GetTaskFormVariablesCmd",
            "GetStartFormCmd",
            "GetStartFormVariablesCmd",
            "GetRenderedStartFormCmd",
            "GetDeployedTaskFormCmd",
            "GetDeployedStartFormCmd",
            "GetCamundaFormDefinitionCmd",
            "GetDeployedProcessDefinitionCmd",
            "GetDeploymentProcessModelCmd",
            "GetDeploymentProcessDiagramCmd",
            "GetDeploymentDecisionDefinitionCmd",
            "GetDeploymentDecisionRequirementsDefinitionCmd",
            "GetDeploymentDecisionModelCmd",
            "GetDeploymentDecisionRequirementsModelCmd",
            "GetIdentityLinksForTaskCmd",
            "GetTaskCommentsCmd",
            "GetSubTasksCmd",
            "CreateUserQueryCmd",
            "CreateGroupQueryCmd",
            "CreateTenantQueryCmd",
            "IsIdentityServiceReadOnlyCmd",
            "GetUserPictureCmd",
            "GetPropertiesCmd",
            "GetLicenseKeyCmd",
            "IsTelemetryEnabledCmd",
            "GetPasswordPolicyCmd",
            "TaskQueryImpl",
            "FilterQueryImpl",
            "ProcessDefinitionQueryImpl",
            "DecisionDefinitionQueryImpl",
            "VariableInstanceQueryImpl",
            "DbUserQueryImpl",
            "DbGroupQueryImpl",
            "DbTenantQueryImpl",
            "ClaimTaskCmd",
            "AssignTaskCmd",
            "CompleteTaskCmd",
            "SubmitTaskFormCmd",
            "SubmitStartFormCmd");

    /** What those do who run the system, in Cockpit and by the REST API; no variables and no tasks of others. */
    private static final Set<String> RUNNING = Set.of(
            "EvaluateDecisionTableCmd",
            "EvaluateDecisionCmd",
            "GetActivityInstanceCmd",
            "GetDeploymentResourcesCmd",
            "GetDeploymentResourceCmd",
            "GetDeploymentResourceForIdCmd",
            "GetDeploymentResourceNamesCmd",
            "GetDeploymentBpmnModelInstanceCmd",
            "GetDeploymentDmnModelInstanceCmd",
            "GetStaticCalledProcessDefinitionCmd",
            "GetJobExceptionStacktraceCmd",
            "GetHistoricJobLogExceptionStacktraceCmd",
            "GetTableCountCmd",
            "GetTableMetaDataCmd",
            "GetHistoryLevelCmd",
            "FindActiveActivityIdsCmd",
            "SetJobRetriesCmd",
            "ExecuteJobsCmd",
            "ResolveIncidentCmd",
            "SetAnnotationForIncidentCmd",
            "MetricsQueryImpl");

    /** What Admin's pages look at; accounts and grants are changed on our own page, by two persons. */
    private static final Set<String> ADMINISTRATION = Set.of(
            "GetUserAccountCmd",
            "GetUserInfoCmd",
            "GetUserInfoKeysCmd",
            "UnlockUserCmd",
            "CreateFilterCmd",
            "SaveFilterCmd",
            "DeleteFilterCmd",
            "CheckPassword");

    private static final Pattern ACCOUNTS =
            Pattern.compile("(Create|Save|Delete)(User|Group|Membership|Authorization|Tenant)\\w*");

    private static final Set<String> RUNNERS = Set.of(Group.DESIGNER, Group.OPERATOR, Group.CAMUNDA_ADMIN);

    private AllowedCommands() {}

    /** What passes without a sign-in at the engine's web addresses. */
    static boolean allowNobody(Command<?> command) {
        return NOBODY.contains(command.getClass().getSimpleName());
    }

    /** Whether it would change accounts or grants. */
    static boolean isAboutAccounts(Command<?> command) {
        return ACCOUNTS.matcher(command.getClass().getSimpleName()).matches();
    }

    static boolean allow(Command<?> command, Set<String> groups) {
        if (command instanceof DeployCmd) {
            // Those who run the system or its accounts do not change its rules.
            return groups.contains(Group.DESIGNER);
        }
        String name = command.getClass().getSimpleName();
        boolean running = command instanceof AbstractQuery || RUNNING.contains(name);
        return EVERYBODY.contains(name)
                || running && !Collections.disjoint(groups, RUNNERS)
                || ADMINISTRATION.contains(name) && groups.contains(Group.CAMUNDA_ADMIN);
    }
}
