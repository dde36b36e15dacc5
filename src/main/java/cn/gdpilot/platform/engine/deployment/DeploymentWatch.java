package cn.gdpilot.platform.engine.deployment;

import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.deployment.WaitingModels.Waiting;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * Stands around every deployment and around the guard: a refusal goes into the record, wherever it comes from. Where a second
 * person has to release models, what a person deploys is tried, undone and kept for that.
 */
class DeploymentWatch extends CommandInterceptor {

    private final ProcessEngineConfigurationImpl engine;
    private final DeploymentRecord record;
    private final ModelRelease release;

    DeploymentWatch(ProcessEngineConfigurationImpl engine, DeploymentRecord record, ModelRelease release) {
        this.engine = engine;
        this.record = record;
        this.release = release;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof DeployCmd deployment)) {
            return next.execute(command);
        }
        String person = person(engine);
        boolean waits = person != null && release.isAsked();
        List<ModelFile> handedIn = HandedIn.files(deployment);
        try {
            T result = waits ? release.tried(() -> next.execute(command)) : next.execute(command);
            if (isUnchanged(deployment, result) || waits && isWhatRuns(deployment, handedIn)) {
                record.unchanged(person, HandedIn.name(deployment), HandedIn.files(deployment));
                return result;
            }
            return waits ? answer(kept(deployment, person, handedIn)) : result;
        } catch (RuntimeException e) {
            if (!release.isLooking()) {
                record.refused(person, HandedIn.name(deployment), HandedIn.files(deployment), e.getMessage());
            }
            throw e;
        }
    }

    /** The engine answers with a former deployment of that name. */
    private static boolean isUnchanged(DeployCmd deployment, Object result) {
        return result instanceof DeploymentEntity entity
                && entity != HandedIn.builder(deployment).getDeployment();
    }

    private boolean isWhatRuns(DeployCmd deployment, List<ModelFile> handedIn) {
        return HandedIn.builder(deployment).isDuplicateFilterEnabled() && release.isRunning(handedIn);
    }

    private Waiting kept(DeployCmd deployment, String person, List<ModelFile> files) {
        String source = HandedIn.builder(deployment).getDeployment().getSource();
        return release.handIn(HandedIn.name(deployment), source, person, files);
    }

    /** A deployment without definitions, whose name says to the client that it waits. */
    @SuppressWarnings("unchecked")
    private static <T> T answer(Waiting kept) {
        DeploymentEntity waiting = new DeploymentEntity();
        waiting.setId("waiting-" + kept.id());
        waiting.setName(Texts.of("models.waits", kept.name()));
        waiting.setSource(kept.source());
        waiting.setDeploymentTime(Date.from(kept.handedInAt()));
        return (T) waiting;
    }

    /** Who is signed in at the engine; null if the system itself acts. */
    static String person(ProcessEngineConfigurationImpl engine) {
        IdentityService identity = engine.getIdentityService();
        Authentication signedIn = identity == null ? null : identity.getCurrentAuthentication();
        return signedIn == null ? null : signedIn.getUserId();
    }
}
