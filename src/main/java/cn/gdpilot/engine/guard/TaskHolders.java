package cn.gdpilot.engine.guard;

import cn.gdpilot.wording.Texts;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;

/** Who holds a task: one takes it for oneself, gives back only one's own, and does not finish what a colleague holds. */
class TaskHolders {

    private final ProcessEngineConfigurationImpl engine;

    TaskHolders(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    void checkClaim(String user, Authentication person) {
        refuseUnless(person.getUserId().equals(user), "guard.claim");
    }

    void checkRelease(String taskId, String user, Authentication person) {
        refuseUnless(user == null, "guard.claim");
        refuseUnless(holder(taskId).map(person.getUserId()::equals).orElse(true), "guard.release");
    }

    void checkHolder(String taskId, Authentication person) {
        refuseUnless(holder(taskId).map(person.getUserId()::equals).orElse(true), "guard.held");
    }

    /** Nobody, if the task is free or not there: the engine itself tells the latter. */
    private Optional<String> holder(String taskId) {
        return WebCall.asSystem(engine.getIdentityService(), () -> Optional.ofNullable(
                        engine.getTaskService().createTaskQuery().taskId(taskId).singleResult())
                .map(Task::getAssignee));
    }

    private static void refuseUnless(boolean fine, String words) {
        if (!fine) {
            throw new WebApplicationException(Texts.of(words), Status.FORBIDDEN);
        }
    }
}
