package cn.gdpilot.platform.engine.guard;

import cn.gdpilot.platform.engine.guard.decision.CompletionWatch;
import cn.gdpilot.platform.engine.tables.TableCheck;
import cn.gdpilot.platform.web.RefusalRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the guard into the engine: narrow permissions, before commands, in expressions, at deployments. */
@Component
@Order(2)
class GuardPlugin extends AbstractProcessEnginePlugin {

    private final BeanFactory beans;
    private final RefusalRecord refusals;
    private final TableCheck tables;
    private final Set<String> readers;
    private final boolean guarded;

    GuardPlugin(
            BeanFactory beans,
            RefusalRecord refusals,
            TableCheck tables,
            @Value("${pilot.models.readers}") Set<String> readers,
            @Value("${pilot.engine.guard}") boolean guarded) {
        this.beans = beans;
        this.refusals = refusals;
        this.tables = tables;
        this.readers = readers;
        this.guarded = guarded;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        ModelBeans named = new ModelBeans(beans, readers);
        engine.setBeans(named);
        List<CommandInterceptor> interceptors = new ArrayList<>();
        if (guarded) {
            guard(engine, named);
            interceptors.add(new PersonGuard(engine, refusals));
        }
        interceptors.add(new CompletionWatch(engine));
        engine.setCustomPreCommandInterceptorsTxRequired(interceptors);
    }

    private void guard(ProcessEngineConfigurationImpl engine, ModelBeans named) {
        engine.setDefaultUserPermissionForTask(TaskPermissions.TASK_WORK);
        engine.setEnforceSpecificVariablePermission(true);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setExpressionManager(new ModelExpressions(named));
        List<Deployer> gates = new ArrayList<>();
        gates.add(new ModelGate(named, tables));
        engine.setCustomPreDeployers(gates);
    }
}
