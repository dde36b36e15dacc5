package cn.gdpilot.platform.engine.guard;

import cn.gdpilot.domain.identity.Group;
import java.util.Collections;
import java.util.Set;
import org.camunda.bpm.engine.impl.ActivityStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.AuthorizationQueryImpl;
import org.camunda.bpm.engine.impl.DeploymentQueryImpl;
import org.camunda.bpm.engine.impl.ExternalTaskQueryImpl;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.HistoricDecisionInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricIncidentQueryImpl;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.IncidentQueryImpl;
import org.camunda.bpm.engine.impl.JobDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.ProcessDefinitionStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.batch.BatchQueryImpl;
import org.camunda.bpm.engine.impl.batch.BatchStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.AuthorizationCheckCmd;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAuthorizationCommand;
import org.camunda.bpm.engine.impl.cmd.CreateFilterCmd;
import org.camunda.bpm.engine.impl.cmd.CreateGroupCmd;
import org.camunda.bpm.engine.impl.cmd.CreateGroupQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantGroupMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTenantUserMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.CreateUserCmd;
import org.camunda.bpm.engine.impl.cmd.CreateUserQueryCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTenantCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTenantGroupMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTenantUserMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterCountCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListPageCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterSingleResultCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.FindActiveActivityIdsCmd;
import org.camunda.bpm.engine.impl.cmd.GetActivityInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentBpmnModelInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentProcessDiagramCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentProcessModelCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceForIdCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceNamesCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourcesCmd;
import org.camunda.bpm.engine.impl.cmd.GetFilterCmd;
import org.camunda.bpm.engine.impl.cmd.GetFormKeyCmd;
import org.camunda.bpm.engine.impl.cmd.GetHistoricJobLogExceptionStacktraceCmd;
import org.camunda.bpm.engine.impl.cmd.GetHistoryLevelCmd;
import org.camunda.bpm.engine.impl.cmd.GetIdentityLinksForTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetJobExceptionStacktraceCmd;
import org.camunda.bpm.engine.impl.cmd.GetLicenseKeyCmd;
import org.camunda.bpm.engine.impl.cmd.GetPasswordPolicyCmd;
import org.camunda.bpm.engine.impl.cmd.GetProcessApplicationForDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.GetPropertiesCmd;
import org.camunda.bpm.engine.impl.cmd.GetRenderedStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetStartFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetStaticCalledProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetSubTasksCmd;
import org.camunda.bpm.engine.impl.cmd.GetTableCountCmd;
import org.camunda.bpm.engine.impl.cmd.GetTableMetaDataCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskCommentsCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetUserAccountCmd;
import org.camunda.bpm.engine.impl.cmd.GetUserInfoCmd;
import org.camunda.bpm.engine.impl.cmd.GetUserInfoKeysCmd;
import org.camunda.bpm.engine.impl.cmd.GetUserPictureCmd;
import org.camunda.bpm.engine.impl.cmd.IsIdentityServiceReadOnlyCmd;
import org.camunda.bpm.engine.impl.cmd.IsTelemetryEnabledCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveGroupCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTenantCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SetAnnotationForIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.UnlockUserCmd;
import org.camunda.bpm.engine.impl.cmmn.entity.repository.CaseDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.dmn.cmd.EvaluateDecisionCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.EvaluateDecisionTableCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionDefinitionCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionModelCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionRequirementsDefinitionCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionRequirementsModelCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDmnModelInstanceCmd;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionRequirementsDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.filter.FilterQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbGroupQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbTenantQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbUserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.metrics.MetricsQueryImpl;

/** Which commands a signed-in person may give, by the groups that the person is in; whatever is not named is refused. */
final class AllowedCommands {

    /** What the web pages ask for before they know who it is or on their own behalf. */
    private static final Set<Class<?>> NOBODY = Set.of(
            AuthorizationCheckCmd.class,
            CreateUserQueryCmd.class,
            CreateGroupQueryCmd.class,
            CreateTenantQueryCmd.class,
            DbUserQueryImpl.class,
            DbGroupQueryImpl.class,
            DbTenantQueryImpl.class,
            GetProcessApplicationForDeploymentCmd.class,
            GetDeployedProcessDefinitionCmd.class);

    /** What the Tasklist's pages ask for, and what a person does with a task. */
    private static final Set<Class<?>> EVERYBODY = Set.of(
            AuthorizationCheckCmd.class,
            ExecuteFilterListCmd.class,
            ExecuteFilterListPageCmd.class,
            ExecuteFilterCountCmd.class,
            ExecuteFilterSingleResultCmd.class,
            GetFilterCmd.class,
            GetTaskFormCmd.class,
            GetFormKeyCmd.class,
            GetTaskFormVariablesCmd.class,
            GetStartFormCmd.class,
            GetStartFormVariablesCmd.class,
            GetRenderedStartFormCmd.class,
            GetDeployedTaskFormCmd.class,
            GetDeployedStartFormCmd.class,
            GetCamundaFormDefinitionCmd.class,
            GetDeployedProcessDefinitionCmd.class,
            GetDeploymentProcessModelCmd.class,
            GetDeploymentProcessDiagramCmd.class,
            GetDeploymentDecisionDefinitionCmd.class,
            GetDeploymentDecisionRequirementsDefinitionCmd.class,
            GetDeploymentDecisionModelCmd.class,
            GetDeploymentDecisionRequirementsModelCmd.class,
            GetIdentityLinksForTaskCmd.class,
            GetTaskCommentsCmd.class,
            GetSubTasksCmd.class,
            CreateUserQueryCmd.class,
            CreateGroupQueryCmd.class,
            CreateTenantQueryCmd.class,
            IsIdentityServiceReadOnlyCmd.class,
            GetUserPictureCmd.class,
            GetPropertiesCmd.class,
            GetLicenseKeyCmd.class,
            IsTelemetryEnabledCmd.class,
            GetPasswordPolicyCmd.class,
            TaskQueryImpl.class,
            FilterQueryImpl.class,
            ProcessDefinitionQueryImpl.class,
            DecisionDefinitionQueryImpl.class,
            VariableInstanceQueryImpl.class,
            DbUserQueryImpl.class,
            DbGroupQueryImpl.class,
            DbTenantQueryImpl.class,
            ClaimTaskCmd.class,
            AssignTaskCmd.class,
            CompleteTaskCmd.class,
            SubmitTaskFormCmd.class,
            SubmitStartFormCmd.class);

    /** What those do who run the system, in Cockpit and by the REST API; no variables and no tasks of others. */
    private static final Set<Class<?>> RUNNING = Set.of(
            EvaluateDecisionTableCmd.class,
            EvaluateDecisionCmd.class,
            GetActivityInstanceCmd.class,
            GetDeploymentResourcesCmd.class,
            GetDeploymentResourceCmd.class,
            GetDeploymentResourceForIdCmd.class,
            GetDeploymentResourceNamesCmd.class,
            GetDeploymentBpmnModelInstanceCmd.class,
            GetDeploymentDmnModelInstanceCmd.class,
            GetStaticCalledProcessDefinitionCmd.class,
            GetJobExceptionStacktraceCmd.class,
            GetHistoricJobLogExceptionStacktraceCmd.class,
            GetTableCountCmd.class,
            GetTableMetaDataCmd.class,
            GetHistoryLevelCmd.class,
            FindActiveActivityIdsCmd.class,
            SetJobRetriesCmd.class,
            ExecuteJobsCmd.class,
            ResolveIncidentCmd.class,
            SetAnnotationForIncidentCmd.class,
            MetricsQueryImpl.class);

    /** Lists that Cockpit, Admin and the Modeler show; no variables, no history of tasks. */
    private static final Set<Class<?>> LOOKING = Set.of(
            ProcessInstanceQueryImpl.class,
            HistoricProcessInstanceQueryImpl.class,
            HistoricDecisionInstanceQueryImpl.class,
            HistoricIncidentQueryImpl.class,
            IncidentQueryImpl.class,
            JobQueryImpl.class,
            JobDefinitionQueryImpl.class,
            ExternalTaskQueryImpl.class,
            DeploymentQueryImpl.class,
            ProcessDefinitionStatisticsQueryImpl.class,
            ActivityStatisticsQueryImpl.class,
            AuthorizationQueryImpl.class,
            BatchQueryImpl.class,
            BatchStatisticsQueryImpl.class,
            DecisionRequirementsDefinitionQueryImpl.class,
            CaseDefinitionQueryImpl.class);

    /** What Admin's pages look at; accounts and grants are changed on our own page, by two persons. */
    private static final Set<Class<?>> ADMINISTRATION = Set.of(
            GetUserAccountCmd.class,
            GetUserInfoCmd.class,
            GetUserInfoKeysCmd.class,
            UnlockUserCmd.class,
            CreateFilterCmd.class,
            SaveFilterCmd.class,
            DeleteFilterCmd.class,
            CheckPassword.class);

    /** What would change accounts or grants: refused with words of its own. */
    private static final Set<Class<?>> ACCOUNTS = Set.of(
            CreateUserCmd.class,
            SaveUserCmd.class,
            DeleteUserCmd.class,
            CreateGroupCmd.class,
            SaveGroupCmd.class,
            DeleteGroupCmd.class,
            CreateMembershipCmd.class,
            DeleteMembershipCmd.class,
            CreateAuthorizationCommand.class,
            SaveAuthorizationCmd.class,
            DeleteAuthorizationCmd.class,
            CreateTenantCmd.class,
            SaveTenantCmd.class,
            DeleteTenantCmd.class,
            CreateTenantUserMembershipCmd.class,
            DeleteTenantUserMembershipCmd.class,
            CreateTenantGroupMembershipCmd.class,
            DeleteTenantGroupMembershipCmd.class);

    private static final Set<String> RUNNERS = Set.of(Group.DESIGNER, Group.OPERATOR, Group.CAMUNDA_ADMIN);

    private AllowedCommands() {}

    /** What passes without a sign-in at the engine's web addresses. */
    static boolean allowNobody(Command<?> command) {
        return NOBODY.contains(command.getClass());
    }

    /** True if it would change accounts or grants. */
    static boolean isAboutAccounts(Command<?> command) {
        return ACCOUNTS.contains(command.getClass());
    }

    static boolean allow(Command<?> command, Set<String> groups) {
        if (command instanceof DeployCmd) {
            // Those who run the system or its accounts do not change its rules.
            return groups.contains(Group.DESIGNER);
        }
        // The class itself: a kind of an allowed command may do more, as ResolveTaskCmd is a CompleteTaskCmd.
        Class<?> kind = command.getClass();
        boolean running = LOOKING.contains(kind) || RUNNING.contains(kind);
        return EVERYBODY.contains(kind)
                || running && !Collections.disjoint(groups, RUNNERS)
                || ADMINISTRATION.contains(kind) && groups.contains(Group.CAMUNDA_ADMIN);
    }
}
