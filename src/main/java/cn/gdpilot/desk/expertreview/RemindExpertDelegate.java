package cn.gdpilot.desk.expertreview;

import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.ASSIGNMENT_ID;

import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@ForModels(
        name = "催办专家",
        help = "给尚未评分的专家发一封催办信。接在打分任务的定时边界事件之后。",
        given = Given.ASSIGNMENT,
        gives = "专家收到催办；状态不变。",
        in = "expert-review")
class RemindExpertDelegate implements JavaDelegate {

    private final ExpertDesk desk;

    RemindExpertDelegate(ExpertDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.remind(Long.parseLong((String) execution.getVariable(ASSIGNMENT_ID)));
    }
}
