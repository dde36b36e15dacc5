package cn.gdpilot.platform.engine.jobs;

import static cn.gdpilot.platform.engine.variables.CaseVariables.CAMPAIGN_ID;

import cn.gdpilot.domain.deadline.extension.RunningDates;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves the running timers and the due dates of open tasks when a round's deadlines move: asks the model for them again. */
@Component
class EngineDeadlines implements RunningDates {

    // Locked, so that none of them ends between being listed and being moved.
    private static final String TIMERS = """
            select id_ from act_ru_job where type_ = 'timer' and process_instance_id_ in (%s) order by id_ for update""";
    private static final String TASKS =
            "select id_ from act_ru_task where proc_inst_id_ in (%s) order by id_ for update";
    private static final String INSTANCES = """
            select proc_inst_id_ from act_ru_variable
            where execution_id_ = proc_inst_id_ and name_ = :key and text_ = :round""";

    private final ManagementService management;
    private final TaskService tasks;
    private final ProcessEngineConfigurationImpl configuration;
    private final JdbcClient jdbc;

    EngineDeadlines(
            @Lazy ManagementService management,
            @Lazy TaskService tasks,
            @Lazy ProcessEngineConfigurationImpl configuration,
            JdbcClient jdbc) {
        this.management = management;
        this.tasks = tasks;
        this.configuration = configuration;
        this.jdbc = jdbc;
    }

    @Override
    public void move(String roundId) {
        for (String timer : keys(TIMERS, roundId)) {
            management.recalculateJobDuedate(timer, false);
            configuration.getCommandExecutorTxRequired().execute(context -> renewCycle(context, timer));
        }
        for (String task : keys(TASKS, roundId)) {
            Dates dates = configuration.getCommandExecutorTxRequired().execute(context -> dates(context, task));
            tasks.setDueDate(task, dates.due());
            tasks.setFollowUpDate(task, dates.followUp());
        }
    }

    private List<String> keys(String sql, String roundId) {
        return jdbc.sql(sql.formatted(INSTANCES))
                .param("key", CAMPAIGN_ID)
                .param("round", roundId)
                .query(String.class)
                .list();
    }

    /** The recalculation moves the next time only: the times after it would still be those of the old date. */
    private static Void renewCycle(CommandContext context, String id) {
        TimerEntity timer = (TimerEntity) context.getJobManager().findJobById(id);
        if (timer.getRepeat() != null) {
            ActivityImpl activity = timer.getExecution().getProcessDefinition().findActivity(timer.getActivityId());
            TimerDeclarationImpl.getDeclarationsForScope(activity.getEventScope())
                    .get(activity.getId())
                    .updateJob(timer);
        }
        return null;
    }

    private static Dates dates(CommandContext context, String id) {
        TaskEntity task = context.getTaskManager().findTaskById(id);
        return new Dates(
                date(task, task.getTaskDefinition().getDueDateExpression()),
                date(task, task.getTaskDefinition().getFollowUpDateExpression()));
    }

    private static Date date(TaskEntity task, Expression expression) {
        return expression == null ? null : (Date) expression.getValue(task.getExecution());
    }

    private record Dates(Date due, Date followUp) {}
}
