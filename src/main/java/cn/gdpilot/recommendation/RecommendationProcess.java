package cn.gdpilot.recommendation;

import cn.gdpilot.quota.Recommendation;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Tells a list's process instance what has happened outside of its tasks. */
@Component
class RecommendationProcess {

    private final TaskService tasks;

    RecommendationProcess(TaskService tasks) {
        this.tasks = tasks;
    }

    /** Everything has come at the counter: the task that waits for it is done. */
    void arrived(Recommendation list) {
        tasks
                .createTaskQuery()
                .processDefinitionKey("recommendation")
                .processInstanceBusinessKey(list.id())
                .taskDefinitionKey("UserTask_RegisterArrival")
                .list()
                .forEach(task -> tasks.complete(task.getId()));
    }
}
