package cn.gdpilot.platform.engine.jobs;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.closing.ClosedBatch;
import cn.gdpilot.domain.deadline.closing.Closings;
import cn.gdpilot.domain.project.Applications;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** A job of the engine, on whichever node is free: ends what waits for the applications of one closed batch. */
@Component
public class FollowClosedHandler implements JobHandler<FollowClosedHandler.Batch> {

    static final String TYPE = "follow-closed-applications";

    private static final String MESSAGE = "DeadlinePassed";
    private static final String WAITING = """
            select s.execution_id_ from act_ru_execution e join act_ru_event_subscr s on s.proc_inst_id_ = e.id_
            where e.business_key_ = any(cast(:applications as varchar array)) and s.event_name_ = :message""";

    private final RuntimeService runtime;
    private final Closings closings;
    private final Applications applications;
    private final ApplicationEventPublisher events;
    private final PilotClock clock;
    private final JdbcClient jdbc;

    FollowClosedHandler(
            @Lazy RuntimeService runtime,
            @Lazy Closings closings,
            @Lazy Applications applications,
            ApplicationEventPublisher events,
            @Lazy PilotClock clock,
            JdbcClient jdbc) {
        this.runtime = runtime;
        this.closings = closings;
        this.applications = applications;
        this.events = events;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Override
    public String getType() {
        return TYPE;
    }

    /** Ends them and marks the batch; a batch that another node has done meanwhile is left alone. */
    @Override
    public void execute(Batch configuration, ExecutionEntity none, CommandContext context, String tenant) {
        closings.take(configuration.closing(), configuration.number()).ifPresent(batch -> {
            follow(batch.with(applications.missed(batch.applications())));
            closings.followed(batch, clock.now());
        });
    }

    /** Those that are still closed: a window that was opened again meanwhile has brought the others back. */
    private void follow(ClosedBatch closed) {
        if (closed.undecided()) {
            waiting(closed).forEach(execution -> runtime.messageEventReceived(MESSAGE, execution));
        }
        events.publishEvent(closed);
    }

    private List<String> waiting(ClosedBatch batch) {
        return jdbc.sql(WAITING)
                .param(
                        "applications",
                        new SqlArrayValue("varchar", batch.applications().toArray()))
                .param("message", MESSAGE)
                .query(String.class)
                .list();
    }

    @Override
    public Batch newConfiguration(String canonical) {
        String[] parts = canonical.split("/");
        return new Batch(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public void onDelete(Batch configuration, JobEntity job) {
        // Nothing hangs on it.
    }

    /**
     * Which batch.
     *
     * @param closing closing
     * @param number  its number there
     */
    record Batch(long closing, int number) implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return closing + "/" + number;
        }
    }
}
