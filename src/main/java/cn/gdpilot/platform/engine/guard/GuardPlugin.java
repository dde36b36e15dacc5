package cn.gdpilot.platform.engine.guard;

import cn.gdpilot.platform.engine.gate.Gate;
import cn.gdpilot.platform.engine.guard.decision.CompletionWatch;
import cn.gdpilot.platform.engine.tables.TableCheck;
import cn.gdpilot.platform.web.RefusalRecord;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
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
    private final boolean guarded;

    GuardPlugin(
            BeanFactory beans,
            RefusalRecord refusals,
            TableCheck tables,
            @Value("${pilot.engine.guard}") boolean guarded) {
        this.beans = beans;
        this.refusals = refusals;
        this.tables = tables;
        this.guarded = guarded;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        Gate gate = new Gate(beans, tables);
        gate.limitBeans(engine);
        List<CommandInterceptor> interceptors = new ArrayList<>();
        if (guarded) {
            guard(engine, gate);
            interceptors.add(new PersonGuard(engine, refusals, new RetriesRecord(engine, beans)));
            interceptors.add(new FeelAllowance());
        }
        interceptors.add(new CompletionWatch(engine));
        engine.getCustomPostBPMNParseListeners().add(new EndlessFlow());
        engine.setCustomPreCommandInterceptorsTxRequired(interceptors);
    }

    private void guard(ProcessEngineConfigurationImpl engine, Gate gate) {
        engine.setDefaultUserPermissionForTask(TaskPermissions.TASK_WORK);
        engine.setEnforceSpecificVariablePermission(true);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        gate.close(engine);
    }
}
