package cn.gdpilot.engine;

import java.util.Collections;
import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.interceptor.Command;

/** Which commands a signed-in person may give, by the groups that the person is in; whatever is not named is refused. */
final class AllowedCommands {

    /** What the Tasklist's pages ask for besides queries, and what a person does with a task. */
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
            "GetDeployedDecisionDefinitionCmd",
            "GetDeployedDecisionRequirementsDefinitionCmd",
            "GetDeploymentProcessModelCmd",
            "GetDeploymentProcessDiagramCmd",
            "GetDeploymentDecisionModelCmd",
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
            "ClaimTaskCmd",
            "AssignTaskCmd",
            "CompleteTaskCmd",
            "SubmitTaskFormCmd",
            "SubmitStartFormCmd");

    /** What those do who run the system, in Cockpit and by the REST API; no variables and no tasks of others. */
    private static final Set<String> RUNNING = Set.of(
            "DeployCmd",
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
            "SetJobsRetriesCmd",
            "ExecuteJobsCmd",
            "ResolveIncidentCmd",
            "SetAnnotationForIncidentCmd",
            "GetMetricsCmd",
            "MetricsQuerySumCmd",
            "QuerySumCmd");

    /** What Admin's pages write. */
    private static final Set<String> ADMINISTRATION = Set.of(
            "GetUserAccountCmd",
            "GetUserInfoCmd",
            "GetUserInfoKeysCmd",
            "CreateUserCmd",
            "SaveUserCmd",
            "DeleteUserCmd",
            "UnlockUserCmd",
            "CreateGroupCmd",
            "SaveGroupCmd",
            "DeleteGroupCmd",
            "CreateMembershipCmd",
            "DeleteMembershipCmd",
            "CreateAuthorizationCommand",
            "SaveAuthorizationCmd",
            "DeleteAuthorizationCmd",
            "CreateFilterCmd",
            "SaveFilterCmd",
            "DeleteFilterCmd",
            "CheckPassword");

    private static final Set<String> RUNNERS = Set.of("designer", "operator", "camunda-admin");

    private AllowedCommands() {}

    static boolean allow(Command<?> command, Set<String> groups) {
        if (command instanceof AbstractQuery) {
            return true;
        }
        String name = command.getClass().getSimpleName();
        return EVERYBODY.contains(name)
                || RUNNING.contains(name) && !Collections.disjoint(groups, RUNNERS)
                || ADMINISTRATION.contains(name) && groups.contains("camunda-admin");
    }
}
