package cn.gdpilot.desk.provincereview;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FindDuplicatesDelegate implements JavaDelegate {

    private final ProvinceDesk desk;

    FindDuplicatesDelegate(ProvinceDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.lookForDuplicates((String) execution.getVariable("campaignId"));
    }
}
