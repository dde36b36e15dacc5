package cn.gdpilot.platform.engine.gate;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;

/**
 * Where a running expression stands.
 *
 * @param process  id of the process in its model; empty outside of an instance
 * @param userTask true if the step is a user task
 */
record AskingTask(String process, boolean userTask) {

    static AskingTask of(ELContext context) {
        return new AskingTask(process(context.getContext(VariableScope.class)), isAtUserTask());
    }

    private static String process(Object scope) {
        if (scope instanceof TaskEntity task) {
            return process(task.getExecution());
        }
        return scope instanceof ExecutionEntity execution && execution.getProcessDefinition() != null
                ? execution.getProcessDefinition().getKey()
                : "";
    }

    /** Inputs of a step are evaluated in the scope around it: the step is the one that the engine is about to begin. */
    private static boolean isAtUserTask() {
        BpmnExecutionContext now = Context.getBpmnExecutionContext();
        ActivityImpl step = now == null ? null : now.getExecution().getActivity();
        return step != null && step.getActivityBehavior() instanceof UserTaskActivityBehavior;
    }

    /** Texts of applicants are told to user tasks only, and each method answers its processes. */
    boolean mayAsk(ExpressionNames.Method method) {
        return method.answers(process) && (userTask || !method.isText());
    }
}
