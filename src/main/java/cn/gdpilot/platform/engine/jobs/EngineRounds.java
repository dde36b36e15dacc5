package cn.gdpilot.platform.engine.jobs;

import cn.gdpilot.domain.deadline.voiding.RoundInstances;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Leaves the end of a void round's instances to jobs, the first written in the caller's transaction. */
@Component
class EngineRounds implements RoundInstances {

    private final ProcessEngineConfigurationImpl configuration;

    EngineRounds(@Lazy ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    @Override
    public void end(String roundId) {
        configuration.getCommandExecutorTxRequired().execute(context -> {
            EndRoundHandler.send(context, new EndRoundHandler.Progress(roundId, ""));
            return null;
        });
    }
}
