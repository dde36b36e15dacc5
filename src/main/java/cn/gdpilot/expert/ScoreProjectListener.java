package cn.gdpilot.expert;

import cn.gdpilot.engine.TaskAnswers;
import cn.gdpilot.review.Assignment;
import cn.gdpilot.review.Panels;
import cn.gdpilot.wording.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The task ends only with an answer that was given on our page. */
@Component
class ScoreProjectListener implements TaskListener {

    private final Panels panels;

    ScoreProjectListener(Panels panels) {
        this.panels = panels;
    }

    @Override
    public void notify(DelegateTask task) {
        long assignment = Long.parseLong(TaskAnswers.of(task).key("assignmentId"));
        if (panels.assignment(assignment).filter(Assignment::open).isPresent()) {
            throw Refusal.conflict("expert.on-our-page");
        }
    }
}
