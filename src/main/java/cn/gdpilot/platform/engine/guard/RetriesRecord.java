package cn.gdpilot.platform.engine.guard;

import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.platform.engine.guard.decision.Fields;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps a line for each job whose tries a person sets: with none left a step stands still, and with new ones it acts once more. */
class RetriesRecord {

    private static final String ACTION = "job.retries";

    private final ProcessEngineConfigurationImpl engine;
    private final BeanFactory beans;

    RetriesRecord(ProcessEngineConfigurationImpl engine, BeanFactory beans) {
        this.engine = engine;
        this.beans = beans;
    }

    /** Executes the command and keeps its lines in one transaction: neither is there without the other. */
    <T> T keep(SetJobRetriesCmd command, String person, Supplier<T> execution) {
        return new TransactionTemplate(beans.getBean(PlatformTransactionManager.class)).execute(status -> {
            List<RecordEvent> lines = lines(command, person);
            T result = execution.get();
            RecordBook book = beans.getBean(RecordBook.class);
            lines.forEach(book::write);
            return result;
        });
    }

    private List<RecordEvent> lines(SetJobRetriesCmd command, String person) {
        String becomes = String.valueOf(Fields.read(command, "retries"));
        return WebCall.asSystem(engine.getIdentityService(), () -> jobs(command)).stream()
                .map(job -> new RecordEvent(
                        new Actor(person, null),
                        ACTION,
                        subject(job),
                        null,
                        String.valueOf(job.getRetries()),
                        becomes,
                        null))
                .toList();
    }

    /** As the engine chooses them: by ids, or all of a definition that are tried no more. */
    private List<Job> jobs(SetJobRetriesCmd command) {
        String definition = (String) Fields.read(command, "jobDefinitionId");
        if (definition != null) {
            return engine.getManagementService()
                    .createJobQuery()
                    .jobDefinitionId(definition)
                    .noRetriesLeft()
                    .list();
        }
        return ids(command)
                .map(id ->
                        engine.getManagementService().createJobQuery().jobId(id).singleResult())
                .filter(Objects::nonNull)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Stream<String> ids(SetJobRetriesCmd command) {
        List<String> many = (List<String>) Fields.read(command, "jobIds");
        String one = (String) Fields.read(command, "jobId");
        return many != null ? many.stream() : Stream.ofNullable(one);
    }

    private static String subject(Job job) {
        return job.getProcessInstanceId() == null ? job.getId() : job.getId() + " / " + job.getProcessInstanceId();
    }
}
