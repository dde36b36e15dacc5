package cn.gdpilot.platform.engine.deployment;

import cn.gdpilot.domain.text.Refusal;
import java.io.ByteArrayInputStream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;

/** Adds to a deployment that passed the guard what it needs from what runs, and marks those of persons. */
class DeploymentCompletion extends CommandInterceptor {

    private static final int LONGEST = 255;

    private final ProcessEngineConfigurationImpl engine;
    private final RunningModels running;

    DeploymentCompletion(ProcessEngineConfigurationImpl engine, RunningModels running) {
        this.engine = engine;
        this.running = running;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof DeployCmd deployment) {
            DeploymentBuilderImpl builder = HandedIn.builder(deployment);
            new FormsBesideProcesses(running.all())
                    .missing(HandedIn.files(deployment))
                    .forEach(file -> builder.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
            if (DeploymentWatch.person(engine) != null) {
                markAsPersons(builder);
            }
        }
        return next.execute(command);
    }

    /** The columns of the engine's table have so many characters. */
    private static void checkLength(String text) {
        if (text != null && text.length() > LONGEST) {
            throw Refusal.invalid("model.label-long", LONGEST);
        }
    }

    private static void markAsPersons(DeploymentBuilderImpl builder) {
        String source = builder.getDeployment().getSource();
        checkLength(builder.getDeployment().getName());
        checkLength(source);
        if (source == null || source.isBlank() || source.equals(ModelSource.FOLDER)) {
            builder.source(ModelSource.REST);
        }
        if (builder.isDeployChangedOnly()) {
            // All or none: a changed process without its unchanged forms would show none.
            builder.enableDuplicateFiltering(false);
        }
    }
}
