package cn.gdpilot.desk.provincereview;

import static cn.gdpilot.desk.provincereview.ProvinceReviewVariables.CAMPAIGN_ID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FindDuplicatesDelegate implements JavaDelegate {

    private final FindDuplicates duplicates;

    FindDuplicatesDelegate(FindDuplicates duplicates) {
        this.duplicates = duplicates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        duplicates.lookForDuplicates((String) execution.getVariable(CAMPAIGN_ID));
    }
}
