package cn.gdpilot.platform.engine.guard.decision;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** The model that draws a step, as the record names it: the id of a definition says nothing where its key is long. */
final class Drawn {

    private Drawn() {}

    static String in(DelegateTask task) {
        return name(((TaskEntity) task).getProcessDefinition());
    }

    static String in(DelegateExecution step) {
        return name(((ExecutionEntity) step).getProcessDefinition());
    }

    private static String name(ProcessDefinitionEntity model) {
        return model.getKey() + ":" + model.getVersion() + " " + model.getDeploymentId();
    }
}
