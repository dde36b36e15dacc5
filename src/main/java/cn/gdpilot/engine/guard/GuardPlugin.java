package cn.gdpilot.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the guard into the engine: before commands, in expressions, at deployments. */
@Component
@Order(2)
class GuardPlugin extends AbstractProcessEnginePlugin {

    private final BeanFactory beans;
    private final Set<String> readers;
    private final boolean guarded;
    private final boolean narrow;

    GuardPlugin(
            BeanFactory beans,
            @Value("${pilot.models.readers}") Set<String> readers,
            @Value("${pilot.engine.guard}") boolean guarded,
            @Value("${pilot.engine.narrow-expressions}") boolean narrow) {
        this.beans = beans;
        this.readers = readers;
        this.guarded = guarded;
        this.narrow = narrow;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        ModelBeans named = new ModelBeans(beans, readers);
        engine.setBeans(named);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        if (narrow) {
            engine.setExpressionManager(new ModelExpressions(named));
        }
        if (guarded) {
            List<CommandInterceptor> interceptors = new ArrayList<>();
            interceptors.add(new PersonGuard(engine));
            engine.setCustomPreCommandInterceptorsTxRequired(interceptors);
            List<Deployer> gates = new ArrayList<>();
            gates.add(new ModelGate(named));
            engine.setCustomPreDeployers(gates);
        }
    }
}
