package cn.gdpilot.platform.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A flow that never waits. */
class EndlessFlowTest {

    private static final ProcessEngine ENGINE = engine();

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @Test
    @DisplayName("a circle without a step that waits → ended in words, nothing kept")
    void circle() {
        deploy(Bpmn.createExecutableProcess("circle")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .exclusiveGateway("again")
                .manualTask()
                .connectTo("again")
                .done());

        assertThatThrownBy(() -> ENGINE.getRuntimeService().startProcessInstanceByKey("circle"))
                .hasStackTraceContaining("绕圈");
        assertThat(ENGINE.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    @Test
    @DisplayName("many instances one after the other → each counts by itself")
    void many() {
        deploy(Bpmn.createExecutableProcess("short")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .manualTask()
                .endEvent()
                .done());

        for (int i = 0; i < 3; i++) {
            assertThat(ENGINE.getRuntimeService()
                            .startProcessInstanceByKey("short")
                            .isEnded())
                    .isTrue();
        }
    }

    private static void deploy(BpmnModelInstance model) {
        ENGINE.getRepositoryService()
                .createDeployment()
                .addModelInstance("flow.bpmn", model)
                .deploy();
    }

    private static ProcessEngine engine() {
        StandaloneInMemProcessEngineConfiguration engine = new StandaloneInMemProcessEngineConfiguration();
        engine.setProcessEngineName(UUID.randomUUID().toString());
        engine.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new EndlessFlow())));
        return engine.buildProcessEngine();
    }
}
