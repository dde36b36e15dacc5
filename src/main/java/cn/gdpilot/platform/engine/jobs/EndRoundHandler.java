package cn.gdpilot.platform.engine.jobs;

import static cn.gdpilot.platform.engine.variables.CaseVariables.CAMPAIGN_ID;

import cn.gdpilot.domain.deadline.voiding.VoidFollowUp;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A job of the engine: ends the next instances of a void round, and when none is left has the next applicants told; then begins the next job. */
@Component
public class EndRoundHandler implements JobHandler<EndRoundHandler.Progress> {

    static final String TYPE = "end-void-round";

    /** Measured at closings: more in one transaction makes the engine slower, fewer cost commits. */
    private static final int BATCH = 100;

    // What another instance has called ends with its caller.
    private static final String RUNNING = """
            select e.id_ from act_ru_execution e join act_ru_variable v on v.execution_id_ = e.id_
            where e.id_ = e.proc_inst_id_ and e.super_exec_ is null and v.name_ = :key and v.text_ = :round
            order by e.id_ fetch first :most rows only""";

    private final RuntimeService runtime;
    private final VoidFollowUp followUp;
    private final JdbcClient jdbc;

    EndRoundHandler(@Lazy RuntimeService runtime, @Lazy VoidFollowUp followUp, JdbcClient jdbc) {
        this.runtime = runtime;
        this.followUp = followUp;
        this.jdbc = jdbc;
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public void execute(Progress progress, ExecutionEntity none, CommandContext context, String tenant) {
        followUp.sweep(progress.round());
        List<String> running = jdbc.sql(RUNNING)
                .param("key", CAMPAIGN_ID)
                .param("round", progress.round())
                .param("most", BATCH)
                .query(String.class)
                .list();
        if (running.isEmpty()) {
            followUp.tellNext(progress.round(), progress.told(), BATCH)
                    .ifPresent(last -> send(context, new Progress(progress.round(), last)));
        } else {
            // Without the models' listeners: nobody decides anything here.
            runtime.deleteProcessInstances(running, "round " + progress.round() + " is void", true, true, false);
            send(context, progress);
        }
    }

    static void send(CommandContext context, Progress progress) {
        MessageEntity job = new MessageEntity();
        job.setJobHandlerType(TYPE);
        job.setJobHandlerConfiguration(progress);
        context.getJobManager().send(job);
    }

    @Override
    public Progress newConfiguration(String canonical) {
        String[] parts = canonical.split("/", 2);
        return new Progress(parts[0], parts[1]);
    }

    @Override
    public void onDelete(Progress progress, JobEntity job) {
        // No resources to release.
    }

    /**
     * How far it is.
     *
     * @param round round
     * @param told  number of the last application whose applicant was told; empty while none was
     */
    record Progress(String round, String told) implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return round + "/" + told;
        }
    }
}
