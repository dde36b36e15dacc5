package cn.gdpilot.desk.recommendation;

import cn.gdpilot.domain.shortlist.Recommendation;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;

/** Tells a list's process instance what has happened outside of its tasks. */
@Component
public class RecommendationProcess {

    private static final String RECALLED = "ListRecalled";

    private final RuntimeService runtime;
    private final TaskService tasks;

    RecommendationProcess(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** True if the model waits where a signed list can be called back, that is before it is handed over. */
    public boolean recallable(Recommendation list) {
        return !waitingForRecall(list).isEmpty();
    }

    /** A signed list is ranked anew: the model goes back to it, if it waits where that can be. */
    public void recall(Recommendation list) {
        waitingForRecall(list).forEach(one -> runtime.messageEventReceived(RECALLED, one.getId()));
    }

    private List<Execution> waitingForRecall(Recommendation list) {
        return runtime.createExecutionQuery()
                .processDefinitionKey("recommendation")
                .processInstanceBusinessKey(list.id())
                .messageEventSubscriptionName(RECALLED)
                .list();
    }

    /** Everything has come at the counter: the task that waits for it is done. */
    public void arrived(Recommendation list) {
        tasks.createTaskQuery()
                .processDefinitionKey("recommendation")
                .processInstanceBusinessKey(list.id())
                .taskDefinitionKey("UserTask_RegisterArrival")
                .list()
                .forEach(task -> tasks.complete(task.getId()));
    }
}
