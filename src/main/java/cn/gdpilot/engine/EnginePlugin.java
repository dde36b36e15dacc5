package cn.gdpilot.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Sets the engine up for this application: ids, grants on tasks, password hashes, retries. */
@Component
@Order(1)
class EnginePlugin extends AbstractProcessEnginePlugin {

    private final PasswordEncoder encoder;
    private final TaskRecord record;
    private final JdbcClient jdbc;
    private final FollowClosedHandler followClosed;

    EnginePlugin(PasswordEncoder encoder, TaskRecord record, JdbcClient jdbc, FollowClosedHandler followClosed) {
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
        engine.setCustomJobHandlers(new ArrayList<>(List.of(followClosed)));
        // After a time out of order, what was due first is done first.
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(record)));
    }
}
