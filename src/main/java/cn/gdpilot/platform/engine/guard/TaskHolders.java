package cn.gdpilot.platform.engine.guard;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.text.Texts;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;

/** Who holds a task: one takes it for oneself, gives back only one's own, and does not finish what a colleague holds. */
class TaskHolders {

    private final ProcessEngineConfigurationImpl engine;

    TaskHolders(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    void checkClaim(String taskId, String user, Authentication person) {
        refuseUnless(person.getUserId().equals(user), "guard.claim");
        refuseUnless(isAsked(taskId, person), "guard.not-yours");
    }

    /** Back to the unit: by who holds it, or by an administrator where that person is away. */
    void checkRelease(String taskId, String user, Authentication person) {
        refuseUnless(user == null, "guard.claim");
        boolean administers =
                person.getGroupIds() != null && person.getGroupIds().contains(Group.CAMUNDA_ADMIN);
        refuseUnless(
                administers || holder(taskId).map(person.getUserId()::equals).orElse(true), "guard.release");
    }

    void checkHolder(String taskId, Authentication person) {
        refuseUnless(holder(taskId).map(person.getUserId()::equals).orElse(true), "guard.held");
        refuseUnless(isAsked(taskId, person), "guard.not-yours");
    }

    /** Whether the task asks one of the person's groups: who may administer the engine is not asked by that. */
    private boolean isAsked(String taskId, Authentication person) {
        List<String> groups = person.getGroupIds();
        return WebCall.asSystem(engine.getIdentityService(), () -> {
            TaskService tasks = engine.getTaskService();
            boolean there = tasks.createTaskQuery().taskId(taskId).count() > 0;
            return !there
                    || groups != null
                            && !groups.isEmpty()
                            && tasks.createTaskQuery()
                                            .taskId(taskId)
                                            .taskCandidateGroupIn(groups)
                                            .includeAssignedTasks()
                                            .count()
                                    > 0;
        });
    }

    /** Nobody, if the task is free or not there: the engine itself tells the latter. */
    private Optional<String> holder(String taskId) {
        return WebCall.asSystem(
                engine.getIdentityService(),
                () -> Optional.ofNullable(engine.getTaskService()
                                .createTaskQuery()
                                .taskId(taskId)
                                .singleResult())
                        .map(Task::getAssignee));
    }

    private static void refuseUnless(boolean fine, String words) {
        if (!fine) {
            throw new Refused(Texts.of(words), Status.FORBIDDEN);
        }
    }
}
