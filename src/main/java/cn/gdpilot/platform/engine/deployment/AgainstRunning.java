package cn.gdpilot.platform.engine.deployment;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.repository.Resource;

/**
 * A file counts as deployed already if it is what runs; the engine itself compares with the last deployment of the same name.
 * The engine makes one handler for each command, so that the running models are read once per command.
 */
class AgainstRunning extends DefaultDeploymentHandler {

    private final RunningModels running;
    private Map<ModelId, ModelFile> runs;

    AgainstRunning(ProcessEngine engine, RunningModels running) {
        super(engine);
        this.running = running;
    }

    @Override
    public boolean shouldDeployResource(Resource handedIn, Resource lastOfThatName) {
        ModelFile file = ModelFile.of(handedIn.getName(), handedIn.getBytes());
        ModelFile newest = runs().get(file.id());
        return newest == null || !newest.saysTheSame(file);
    }

    private Map<ModelId, ModelFile> runs() {
        if (runs == null) {
            runs = running.all().stream()
                    .map(RunningModel::file)
                    .collect(Collectors.toMap(ModelFile::id, Function.identity(), (one, other) -> one));
        }
        return runs;
    }
}
