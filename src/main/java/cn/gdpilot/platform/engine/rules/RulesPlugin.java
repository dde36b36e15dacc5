package cn.gdpilot.platform.engine.rules;

import cn.gdpilot.platform.engine.tables.TableContracts;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets models draw where a table is asked. */
@Component
@Order(5)
class RulesPlugin extends AbstractProcessEnginePlugin {

    private final TableContracts contracts;
    private final AskedTables asked;

    RulesPlugin(TableContracts contracts, AskedTables asked) {
        this.contracts = contracts;
        this.asked = asked;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomPostBPMNParseListeners().add(new TableStepReading(Set.copyOf(contracts.ids()), asked));
    }
}
