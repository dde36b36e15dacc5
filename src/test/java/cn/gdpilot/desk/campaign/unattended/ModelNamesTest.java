package cn.gdpilot.desk.campaign.unattended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ModelNamesTest {

    private final RepositoryService repository = mock(RETURNS_DEEP_STUBS);
    private final ModelNames names = new ModelNames(repository);

    @BeforeEach
    void renamed() {
        ProcessDefinition newest = mock();
        when(newest.getId()).thenReturn("application:2");
        when(newest.getName()).thenReturn("申请办理");
        when(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("application")
                        .latestVersion()
                        .singleResult())
                .thenReturn(newest);
        when(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("ACCEPTED")
                        .latestVersion()
                        .singleResult())
                .thenReturn(null);
        when(repository.getBpmnModelInstance("application:2"))
                .thenReturn(Bpmn.createExecutableProcess("application")
                        .startEvent()
                        .userTask("UserTask_AcceptApplication")
                        .name("受理材料")
                        .endEvent()
                        .done());
    }

    @Test
    @DisplayName("a designer renames a process and a step → both are called so")
    void newNames() {
        assertThat(names.words("application", "application UserTask_AcceptApplication"))
                .isEqualTo("申请办理 “受理材料”");
    }

    @Test
    @DisplayName("a state → by its own words; a number → as it is")
    void others() {
        assertThat(names.words("ACCEPTED", "ACCEPTED")).isEqualTo("已受理");
        assertThat(names.words("application", "2026-440100-0001")).isEqualTo("2026-440100-0001");
    }
}
