package cn.gdpilot.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Sets the engine up: guard before every command, named beans only, no Java serialisation, strong password hashes. */
@Component
@Order(1)
class EnginePlugin extends AbstractProcessEnginePlugin {

    private final BeanFactory beans;
    private final PasswordEncoder encoder;
    private final Set<String> readers;
    private final boolean guarded;

    EnginePlugin(
            BeanFactory beans,
            PasswordEncoder encoder,
            @Value("${pilot.models.readers}") Set<String> readers,
            @Value("${pilot.engine.guard}") boolean guarded) {
        this.beans = beans;
        this.encoder = encoder;
        this.readers = readers;
        this.guarded = guarded;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setBeans(new ModelBeans(beans, readers));
        engine.setGeneralResourceWhitelistPattern("[a-zA-Z0-9-]+");
        engine.setDefaultUserPermissionForTask(TaskPermissions.TASK_WORK);
        engine.setEnforceSpecificVariablePermission(true);
        engine.setResourceAuthorizationProvider(new TaskGrants());
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setCmmnEnabled(false);
        engine.setEnablePasswordPolicy(false);
        engine.setPasswordEncryptor(new EnginePasswords(encoder));
        // Refusals are told in one line by the guard, failed jobs by the job executor; a trace each would bury both.
        engine.setEnableCmdExceptionLogging(false);
        // A job that comes too early, or meets a lost race, is tried again for a while before an operator is asked.
        engine.setFailedJobRetryTimeCycle("R10/PT30S");
        engine.setSaltGenerator(() -> "");
        if (guarded) {
            List<CommandInterceptor> interceptors = new ArrayList<>();
            interceptors.add(new PersonGuard(engine));
            engine.setCustomPreCommandInterceptorsTxRequired(interceptors);
        }
    }
}
