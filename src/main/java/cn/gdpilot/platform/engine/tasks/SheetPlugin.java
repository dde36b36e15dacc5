package cn.gdpilot.platform.engine.tasks;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets forms show sheets as they are when somebody opens them; after the guard, which judges the call itself. */
@Component
@Order(4)
class SheetPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomPreCommandInterceptorsTxRequired().add(new SheetOfNow());
    }
}
