package cn.gdpilot.platform.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Comparing files with the running models. */
class AgainstRunningTest {

    private final RunningModels running = mock(RunningModels.class);
    private final AgainstRunning handler = new AgainstRunning(mock(ProcessEngine.class), running);

    @Test
    @DisplayName("three files in one command → the running models are read once")
    void once() {
        ModelFile file = ModelFile.of("a.dmn", bytes("<a/>"));
        when(running.all()).thenReturn(List.of(new RunningModel(file, 1, "x", null, Instant.EPOCH)));

        assertThat(handler.shouldDeployResource(resource("a.dmn", "<a/>"), null))
                .isFalse();
        assertThat(handler.shouldDeployResource(resource("a.dmn", "<b/>"), null))
                .isTrue();
        assertThat(handler.shouldDeployResource(resource("b.dmn", "<b/>"), null))
                .isTrue();

        verify(running, times(1)).all();
    }

    private static ResourceEntity resource(String name, String content) {
        ResourceEntity resource = new ResourceEntity();
        resource.setName(name);
        resource.setBytes(bytes(content));
        return resource;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
