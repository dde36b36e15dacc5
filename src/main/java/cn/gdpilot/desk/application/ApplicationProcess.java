package cn.gdpilot.desk.application;

import static cn.gdpilot.desk.application.ApplicationVariables.APPLICATION_ID;
import static cn.gdpilot.desk.application.ApplicationVariables.CAMPAIGN_ID;
import static cn.gdpilot.desk.application.ApplicationVariables.UNIT;

import cn.gdpilot.domain.pending.WaitsAnew;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Tells the process {@code application} what the applicant did. */
@Component
public class ApplicationProcess implements WaitsAnew {

    private static final String PROCESS = "application";
    private static final String CORRECTION = "UserTask_CorrectApplication";

    private final RuntimeService runtime;
    private final TaskService tasks;

    ApplicationProcess(RuntimeService runtime, TaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    /** The first submission starts an instance; a corrected one goes on where the instance waits for it. */
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
        start(application);
    }

    /** It is with its unit again: the instance goes on that the engine has not ended yet, else a new one begins. */
    public void reinstated(Application application) {
        if (runtime.createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .processInstanceBusinessKey(application.id())
                        .count()
                == 0) {
            start(application);
        }
    }

    @Override
    public void waitFor(Application application) {
        if (application.state() != ApplicationState.RETURNED) {
            reinstated(application);
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
