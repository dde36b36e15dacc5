package cn.gdpilot.platform.engine.tables;

import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** The DMN engine by itself: a table that fails in it does not end the transaction of those who ask. */
final class BareTables {

    private BareTables() {}

    static DmnEngine engine() {
        return DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    }
}
