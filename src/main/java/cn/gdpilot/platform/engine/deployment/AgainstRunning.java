package cn.gdpilot.platform.engine.deployment;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.repository.Resource;

/** A file counts as deployed already if it is what runs; the engine itself compares with the last deployment of the same name. */
class AgainstRunning extends DefaultDeploymentHandler {

    private final RunningModels running;

    AgainstRunning(ProcessEngine engine, RunningModels running) {
        super(engine);
        this.running = running;
    }

    @Override
    public boolean shouldDeployResource(Resource handedIn, Resource lastOfThatName) {
        ModelFile file = ModelFile.of(handedIn.getName(), handedIn.getBytes());
        return running.of(file.id()).filter(model -> model.file().saysTheSame(file)).isEmpty();
    }
}
