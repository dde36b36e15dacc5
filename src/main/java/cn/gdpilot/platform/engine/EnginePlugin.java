package cn.gdpilot.platform.engine;

import cn.gdpilot.platform.engine.identity.AdministratorRoles;
import cn.gdpilot.platform.engine.identity.EnginePasswords;
import cn.gdpilot.platform.engine.identity.TaskGrants;
import cn.gdpilot.platform.engine.jobs.EndRoundHandler;
import cn.gdpilot.platform.engine.jobs.FollowClosedHandler;
import cn.gdpilot.platform.engine.tasks.TaskRecord;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Sets the engine up for this application: ids, grants on tasks, password hashes, retries, history. */
@Component
@Order(1)
class EnginePlugin extends AbstractProcessEnginePlugin {

    private final PasswordEncoder encoder;
    private final TaskRecord record;
    private final JdbcClient jdbc;
    private final FollowClosedHandler followClosed;
    private final EndRoundHandler endRound;

    EnginePlugin(
            PasswordEncoder encoder,
            TaskRecord record,
            JdbcClient jdbc,
            FollowClosedHandler followClosed,
            EndRoundHandler endRound) {
        this.endRound = endRound;
        this.followClosed = followClosed;
        this.encoder = encoder;
        this.record = record;
        this.jdbc = jdbc;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setGeneralResourceWhitelistPattern("[a-zA-Z0-9-]+");
        engine.setResourceAuthorizationProvider(new TaskGrants());
        engine.setIdentityProviderSessionFactory(new AdministratorRoles.Factory(jdbc));
        engine.setCmmnEnabled(false);
        engine.setEnablePasswordPolicy(false);
        // Wrong tries are counted at the sign-in; the engine's own lock would let strangers lock officers out.
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayBase(0);
        engine.setLoginDelayMaxTime(0);
        engine.setPasswordEncryptor(new EnginePasswords(encoder));
        // Refusals are told in one line by the guard, failed jobs by the job executor; a trace each would bury both.
        engine.setEnableCmdExceptionLogging(false);
        // A job that comes too early, or meets a lost race, is tried again for a while before an operator is asked.
        engine.setFailedJobRetryTimeCycle("R10/PT30S");
        engine.setSaltGenerator(() -> "");
        engine.setCustomJobHandlers(new ArrayList<>(List.of(followClosed, endRound)));
        // After a time out of order, what was due first is done first.
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(record)));
        // How long history is kept counts from its end, looked up when it is cleared: marking each line at an
        // instance's end
        // was half of what the database did for it.
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        engine.setHistoryCleanupStrategy(ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
    }

    /** Each task that ends is asked for tasks below it, for which the engine has no index: all tasks were read each time. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        jdbc.sql("create index if not exists gdpilot_task_of_task on act_ru_task (parent_task_id_)")
                .update();
    }
}
