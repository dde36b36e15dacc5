package cn.gdpilot.desk.provincereview.tables;

import static cn.gdpilot.platform.engine.variables.CaseVariables.APPLICATION_ID;

import cn.gdpilot.domain.eligibility.FavouredProjects;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps which conditions of priority a project meets when the Department has reviewed it (R2.14). */
@Component
@ForModels(
        name = "登记优先条件",
        help = "登记项目符合的优先条件，供部级参考。用在核对优先条件之后。",
        given = Given.APPLICATION,
        gives = "符合的优先条件入卷。",
        in = "province-review")
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
