package cn.gdpilot.platform.engine.guard;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.PlatformTransactionManager;

class RetriesRecordTest {

    private final RecordBook book = mock(RecordBook.class);
    private final JobQuery query = mock(JobQuery.class, RETURNS_SELF);
    private RetriesRecord kept;

    @BeforeEach
    void engine() {
        ManagementService management = mock(ManagementService.class);
        when(management.createJobQuery()).thenReturn(query);
        ProcessEngineConfigurationImpl engine = mock(ProcessEngineConfigurationImpl.class);
        when(engine.getManagementService()).thenReturn(management);
        when(engine.getIdentityService()).thenReturn(mock(IdentityService.class));
        BeanFactory beans = mock(BeanFactory.class);
        when(beans.getBean(RecordBook.class)).thenReturn(book);
        when(beans.getBean(PlatformTransactionManager.class)).thenReturn(mock(PlatformTransactionManager.class));
        kept = new RetriesRecord(engine, beans);
    }

    @Test
    @DisplayName("a person sets a job's tries → a line: who, which job of which instance, from, to")
    void oneJob() {
        Job job = job("job-1", "instance-1", 3);
        doReturn(job).when(query).singleResult();

        kept.keep(new SetJobRetriesCmd("job-1", null, 0, null, false), "operator", () -> null);

        verify(query).jobId("job-1");
        verify(book).write(line("job-1 / instance-1", "3", "0"));
    }

    @Test
    @DisplayName("a person sets the tries of all failed jobs of a step → a line for each")
    void ofStep() {
        Job first = job("job-1", "instance-1", 0);
        Job second = job("job-2", null, 0);
        doReturn(List.of(first, second)).when(query).list();

        kept.keep(new SetJobRetriesCmd(null, "definition-1", 1, null, false), "operator", () -> null);

        verify(query).jobDefinitionId("definition-1");
        verify(book).write(line("job-1 / instance-1", "0", "1"));
        verify(book).write(line("job-2", "0", "1"));
    }

    @Test
    @DisplayName("the engine refuses the change → no line")
    void refused() {
        Job job = job("job-1", "instance-1", 3);
        doReturn(job).when(query).singleResult();

        assertThatThrownBy(() -> kept.keep(new SetJobRetriesCmd("job-1", null, 0, null, false), "operator", () -> {
                    throw new IllegalStateException("refused");
                }))
                .isInstanceOf(IllegalStateException.class);
        verify(book, never()).write(any());
    }

    private static RecordEvent line(String subject, String was, String became) {
        return new RecordEvent(new Actor("operator", null), "job.retries", subject, null, was, became, null);
    }

    private static Job job(String id, String instance, int retries) {
        Job job = mock(Job.class);
        when(job.getId()).thenReturn(id);
        when(job.getProcessInstanceId()).thenReturn(instance);
        when(job.getRetries()).thenReturn(retries);
        return job;
    }
}
