package cn.gdpilot.platform.engine.deployment;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Stands around every deployment and around the guard: a refusal goes into the record, wherever it comes from. */
class DeploymentWatch extends CommandInterceptor {

    private final ProcessEngineConfigurationImpl engine;
    private final DeploymentRecord record;

    DeploymentWatch(ProcessEngineConfigurationImpl engine, DeploymentRecord record) {
        this.engine = engine;
        this.record = record;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof DeployCmd deployment)) {
            return next.execute(command);
        }
        String person = person(engine);
        try {
            T result = next.execute(command);
            if (result instanceof DeploymentEntity entity
                    && entity != HandedIn.builder(deployment).getDeployment()) {
                record.unchanged(person, HandedIn.name(deployment), HandedIn.files(deployment));
            }
            return result;
        } catch (RuntimeException e) {
            record.refused(person, HandedIn.name(deployment), HandedIn.files(deployment), e.getMessage());
            throw e;
        }
    }

    /** Who is signed in at the engine; null if the system itself acts. */
    static String person(ProcessEngineConfigurationImpl engine) {
        IdentityService identity = engine.getIdentityService();
        Authentication signedIn = identity == null ? null : identity.getCurrentAuthentication();
        return signedIn == null ? null : signedIn.getUserId();
    }
}
