package cn.gdpilot.platform.engine.guard.decision;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.web.RefusalRecord;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AskedPersonTest {

    private static final ContractTask START = new ContractTask("campaign", "StartEvent_CampaignOpened");

    private final RefusalRecord refusals = mock();
    private final ExecutionEntity step = mock();
    private final AskedPerson asked = new AskedPerson(mock(IdentityService.class), refusals);

    @BeforeEach
    void drawn() {
        ProcessDefinitionEntity model = new ProcessDefinitionEntity();
        model.setKey("campaign");
        model.setVersion(2);
        model.setDeploymentId("d");
        when(step.getProcessDefinition()).thenReturn(model);
    }

    @Test
    @DisplayName("a round begun by nobody → refused with the way to begin one, recorded")
    void beginning() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> asked.beginning(step, START, Group.of(Unit.DEPARTMENT)))
                .withMessageContaining("填写启动表单");

        verify(refusals).write("nobody", "decision of campaign/StartEvent_CampaignOpened by campaign:2 d");
    }

    @Test
    @DisplayName("a decision that takes effect without a person → refused with the task to open")
    void behind() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> asked.behind(step, START, Group.of(Unit.DEPARTMENT)))
                .withMessageContaining("打开该任务");
    }
}
