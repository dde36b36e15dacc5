package cn.gdpilot.desk.expertreview;

import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.APPLICATION_ID;
import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.ASSIGNMENT_ID;
import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.UNIT;

import cn.gdpilot.domain.scoring.Panel;
import cn.gdpilot.domain.text.Refusal;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Tells the process {@code expert-review} what an expert did on our page. */
@Component
class ExpertProcess {

    private static final String TASK = "UserTask_ScoreProject";

    private final RuntimeService runtime;
    private final TaskService tasks;

    ExpertProcess(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** Experts are asked again for a panel that was closed; nothing waits for it but the order of merit. */
    void begin(Panel panel, String unit) {
        runtime.startProcessInstanceByKey(
                "expert-review",
                panel.applicationId() + "/" + unit,
                Variables.putValue(CAMPAIGN_ID, panel.roundId())
                        .putValue(APPLICATION_ID, panel.applicationId())
                        .putValue(UNIT, unit));
    }

    /**
     * The expert's task is done.
     *
     * @throws Refusal if nobody waits for it any more, e.g. after the deadline
     */
    void answered(long assignment) {
        Execution waiting = runtime.createExecutionQuery()
                .activityId(TASK)
                .variableValueEquals(ASSIGNMENT_ID, String.valueOf(assignment))
                .singleResult();
        if (waiting == null) {
            throw Refusal.conflict("expert.over");
        }
        Task task = tasks.createTaskQuery().executionId(waiting.getId()).singleResult();
        tasks.complete(task.getId());
    }
}
