package cn.gdpilot.desk.campaign.unattended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which instances are between two steps. */
class EngineWorkTest {

    private static final String INSTANCE = "instance-1";

    private final HistoryService history = mock(HistoryService.class);
    private final TaskService tasks = mock(TaskService.class);
    private final ManagementService management = mock(ManagementService.class);
    private final JobQuery retriedOnes = mock(JobQuery.class, RETURNS_SELF);
    private final EngineWork work = new EngineWork(history, mock(RuntimeService.class), tasks, management);

    @BeforeEach
    void oneInstance() {
        HistoricProcessInstance one = mock(HistoricProcessInstance.class);
        when(one.getId()).thenReturn(INSTANCE);
        HistoricProcessInstanceQuery query = mock(HistoricProcessInstanceQuery.class, RETURNS_SELF);
        when(history.createHistoricProcessInstanceQuery()).thenReturn(query);
        doReturn(List.of(one)).when(query).list();
        TaskQuery noTask = mock(TaskQuery.class, RETURNS_SELF);
        doReturn(List.of()).when(noTask).list();
        when(tasks.createTaskQuery()).thenReturn(noTask);
        JobQuery none = mock(JobQuery.class, RETURNS_SELF);
        doReturn(List.of()).when(none).list();
        doReturn(List.of()).when(retriedOnes).list();
        JobQuery failedOnes = mock(JobQuery.class, RETURNS_SELF);
        Job lost = failed();
        doReturn(List.of(lost)).when(failedOnes).list();
        when(none.withException()).thenReturn(failedOnes);
        when(failedOnes.withRetriesLeft()).thenReturn(retriedOnes);
        when(management.createJobQuery()).thenReturn(none);
    }

    @Test
    @DisplayName("a job failed and waits for its next try → the instance is between two steps")
    void retried() {
        Job retried = failed();
        doReturn(List.of(retried)).when(retriedOnes).list();

        assertThat(work.read().instances().get(0).moving()).isTrue();
    }

    @Test
    @DisplayName("no job is due, and one that failed is not tried again → the instance stays where it is")
    void stays() {
        assertThat(work.read().instances().get(0).moving()).isFalse();
    }

    private static Job failed() {
        Job failed = mock(Job.class);
        when(failed.getProcessInstanceId()).thenReturn(INSTANCE);
        return failed;
    }
}
