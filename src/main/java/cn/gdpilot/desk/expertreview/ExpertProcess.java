package cn.gdpilot.desk.expertreview;

import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.APPLICATION_ID;
import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.ASSIGNMENT_ID;
import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.UNIT;

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

    static final String KEY = "expert-review";
    private static final String TASK = "UserTask_ScoreProject";

    private final RuntimeService runtime;
    private final TaskService tasks;

    ExpertProcess(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** Experts are asked again, for a panel that was closed or whose instance is lost; nothing waits for it but the order of merit. */
    void begin(String roundId, String applicationId, String unit) {
        runtime.startProcessInstanceByKey(
                KEY,
                applicationId + "/" + unit,
                Variables.putValue(CAMPAIGN_ID, roundId)
                        .putValue(APPLICATION_ID, applicationId)
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
