package cn.gdpilot.platform.engine.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the rules for deployments around the guard, which is there already: compared with what runs, completed, on the record. */
@Component
@Order(3)
class DeploymentPlugin extends AbstractProcessEnginePlugin {

    private final RunningModels running;
    private final DeploymentRecord record;
    private final ModelRelease release;

    DeploymentPlugin(RunningModels running, DeploymentRecord record, ModelRelease release) {
        this.running = running;
        this.record = record;
        this.release = release;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setDeploymentHandlerFactory(built -> new AgainstRunning(built, running));
        List<CommandInterceptor> interceptors = new ArrayList<>(
                Objects.requireNonNullElse(engine.getCustomPreCommandInterceptorsTxRequired(), List.of()));
        interceptors.add(0, new DeploymentWatch(engine, record, release));
        interceptors.add(new DeploymentCompletion(engine, running));
        engine.setCustomPreCommandInterceptorsTxRequired(interceptors);
        List<Deployer> deployers =
                new ArrayList<>(Objects.requireNonNullElse(engine.getCustomPostDeployers(), List.of()));
        deployers.add(deployment -> {
            if (deployment.isNew()) {
                record.accepted(
                        DeploymentWatch.person(engine),
                        deployment.getId(),
                        deployment.getName(),
                        HandedIn.files(deployment.getResources()));
            }
        });
        engine.setCustomPostDeployers(deployers);
    }
}
