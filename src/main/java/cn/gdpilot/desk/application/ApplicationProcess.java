package cn.gdpilot.desk.application;

import static cn.gdpilot.desk.application.ApplicationVariables.APPLICATION_ID;
import static cn.gdpilot.desk.application.ApplicationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.application.ApplicationVariables.UNIT;

import cn.gdpilot.domain.pending.WaitsAnew;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Tells the process {@code application} what the applicant did. */
@Component
public class ApplicationProcess implements WaitsAnew {

    private static final String PROCESS = "application";
    private static final String CORRECTION = "UserTask_CorrectApplication";
    private static final String CORRECTION_ARRIVED = "CorrectionArrived";

    private final RuntimeService runtime;
    private final TaskService tasks;

    ApplicationProcess(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /**
     * The first submission starts an instance; a corrected one goes on where the instance waits for it, or where its unit has not
     * decided yet whether to wait on.
     */
    public void submitted(Application application) {
        Task correction = tasks.createTaskQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(application.id())
                .taskDefinitionKey(CORRECTION)
                .singleResult();
        if (correction != null) {
            tasks.complete(correction.getId());
            return;
        }
        Execution deciding = runtime.createExecutionQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(application.id())
                .messageEventSubscriptionName(CORRECTION_ARRIVED)
                .singleResult();
        if (deciding != null) {
            runtime.messageEventReceived(CORRECTION_ARRIVED, deciding.getId());
            return;
        }
        start(application);
    }

    /** It is where it was: the instance goes on that the engine has not ended yet, else a new one begins there. */
    public void reinstated(Application application) {
        if (runtime.createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .processInstanceBusinessKey(application.id())
                        .count()
                == 0) {
            begin(application);
        }
    }

    @Override
    public void waitFor(Application application) {
        if (application.state() == ApplicationState.RETURNED) {
            begin(application);
        } else {
            reinstated(application);
        }
    }

    private void begin(Application application) {
        if (application.state() != ApplicationState.RETURNED) {
            start(application);
            return;
        }
        runtime.createProcessInstanceByKey(PROCESS)
                .businessKey(application.id())
                .setVariables(keys(application))
                .startBeforeActivity(CORRECTION)
                .execute();
    }

    private void start(Application application) {
        runtime.startProcessInstanceByKey(PROCESS, application.id(), keys(application));
    }

    private static VariableMap keys(Application application) {
        return Variables.putValue(CAMPAIGN_ID, application.roundId())
                .putValue(APPLICATION_ID, application.id())
                .putValue(UNIT, application.unitId());
    }
}
