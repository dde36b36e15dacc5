package cn.gdpilot.platform.engine.guard.decision;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.web.RefusalRecord;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * A step that the system takes by itself. The domain refuses it where the tables and the database's clock do not call for
 * it yet, whatever a model draws; the refusal stands in the record.
 */
@Component
public class SystemStep {

    private final IdentityService identity;
    private final RefusalRecord refusals;

    SystemStep(@Lazy IdentityService identity, RefusalRecord refusals) {
        this.identity = identity;
        this.refusals = refusals;
    }

    /**
     * Takes the step of a service task.
     *
     * @throws Refusal if it is not due; the engine tries it again later
     */
    public void take(DelegateExecution step, Runnable work) {
        take(step.getCurrentActivityId() + " by " + Drawn.in(step), work);
    }

    /**
     * Takes a step at an event of a task.
     *
     * @throws Refusal if nothing calls for it
     */
    public void take(DelegateTask task, Runnable work) {
        take(task.getTaskDefinitionKey() + " by " + Drawn.in(task), work);
    }

    private void take(String what, Runnable work) {
        try {
            work.run();
        } catch (Refusal | IllegalStateException notDue) {
            refusals.write(person(), "step " + what);
            throw notDue;
        }
    }

    private String person() {
        Authentication signedIn = identity.getCurrentAuthentication();
        return signedIn == null || signedIn.getUserId() == null ? "nobody" : signedIn.getUserId();
    }
}
