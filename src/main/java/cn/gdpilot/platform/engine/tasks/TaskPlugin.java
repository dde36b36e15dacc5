package cn.gdpilot.platform.engine.tasks;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills forms when they are opened and takes their answers; after the guard, which judges the call itself. */
@Component
@Order(4)
class TaskPlugin extends AbstractProcessEnginePlugin {

    private final FurtherAnswers further;

    TaskPlugin(FurtherAnswers further) {
        this.further = further;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomPostBPMNParseListeners().add(new TaskReading());
        engine.setEnableDefaultDbHistoryEventHandler(false);
        engine.getCustomHistoryEventHandlers().add(new HistoryOfKeys());
        engine.getCustomPreCommandInterceptorsTxRequired().add(new TaskForms(further));
    }
}
