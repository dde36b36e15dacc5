package cn.gdpilot.platform.engine.jobs;

import static cn.gdpilot.platform.engine.variables.CaseVariables.CAMPAIGN_ID;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.deadline.OpenWork;
import cn.gdpilot.domain.deadline.WorkReminders;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has offices reminded of what is open in the asking instance, whichever model it is of, together with all that the
 * same office is to do in the round by the same date: of a hundred instances that ask at once, each would send the same.
 */
@Component
@ForModels(
        name = "催办待办事项",
        help = "提醒本流程实例中待办事项的经办单位；同一单位同日到期的合并为一封。接在定时事件之后，任何流程都可用。",
        given = Given.CAMPAIGN,
        gives = "经办单位收到催办；状态不变。")
class RemindTaskHoldersDelegate implements JavaDelegate {

    private static final String OPEN = """
            select l.group_id_ as group_name, t.name_ as task, count(*) as waiting, t.due_date_ as due
            from act_ru_task t
              join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null
              join act_ru_variable r on r.execution_id_ = t.proc_inst_id_ and r.name_ = :key and r.text_ = :round
            where exists (
              select 1 from act_ru_task own join act_ru_identitylink o on o.task_id_ = own.id_ and o.type_ = 'candidate'
              where own.proc_inst_id_ = :instance and own.due_date_ = t.due_date_ and o.group_id_ = l.group_id_)
            group by l.group_id_, t.name_, t.due_date_ order by l.group_id_, t.due_date_, t.name_""";

    private final WorkReminders reminders;
    private final Rounds rounds;
    private final JdbcClient jdbc;

    RemindTaskHoldersDelegate(WorkReminders reminders, Rounds rounds, JdbcClient jdbc) {
        this.reminders = reminders;
        this.rounds = rounds;
        this.jdbc = jdbc;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String round = (String) execution.getVariable(CAMPAIGN_ID);
        List<OpenWork> open = jdbc.sql(OPEN)
                .param("key", CAMPAIGN_ID)
                .param("round", round)
                .param("instance", execution.getProcessInstanceId())
                .query((row, n) -> new OpenWork(
                        row.getString("group_name"),
                        row.getString("task"),
                        row.getInt("waiting"),
                        row.getTimestamp("due").toInstant()))
                .list();
        reminders.send(rounds.get(round), open);
    }
}
