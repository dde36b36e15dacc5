package cn.gdpilot.desk.expertreview;

import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.ASSIGNMENT_ID;

import cn.gdpilot.domain.scoring.Assignment;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The task ends only with an answer that was given on our page. */
@Component
@ForModels(
        name = "核对打分已登记",
        help = "确认专家已在打分页面提交评分。须紧接打分任务。",
        given = Given.ASSIGNMENT,
        gives = "已评分时继续；未评分时任务退回并说明原因。",
        in = "expert-review")
class RegisterScoreDelegate implements JavaDelegate {

    private final Panels panels;

    RegisterScoreDelegate(Panels panels) {
        this.panels = panels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long assignment = Long.parseLong(TaskAnswers.of(execution).key(ASSIGNMENT_ID));
        if (panels.assignment(assignment).filter(Assignment::open).isPresent()) {
            throw Refusal.conflict("expert.on-our-page");
        }
    }
}
