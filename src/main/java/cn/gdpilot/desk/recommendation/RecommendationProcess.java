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

    /** A signed list is ranked anew: the model goes back to it; false if it does not wait where that can be. */
    public boolean recall(Recommendation list) {
        List<Execution> waiting = runtime.createExecutionQuery()
                .processDefinitionKey("recommendation")
                .processInstanceBusinessKey(list.id())
                .messageEventSubscriptionName(RECALLED)
                .list();
        waiting.forEach(one -> runtime.messageEventReceived(RECALLED, one.getId()));
        return !waiting.isEmpty();
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
