package cn.gdpilot.desk.provincereview.tables;

import static cn.gdpilot.platform.engine.variables.CaseVariables.APPLICATION_ID;

import cn.gdpilot.domain.eligibility.FavouredProjects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps which conditions of priority a project meets when the Department has reviewed it (R2.14). */
@Component
class NotePriorityDelegate implements JavaDelegate {

    private final FavouredProjects favoured;

    NotePriorityDelegate(FavouredProjects favoured) {
        this.favoured = favoured;
    }

    @Override
    public void execute(DelegateExecution execution) {
        favoured.note((String) execution.getVariable(APPLICATION_ID));
    }
}
