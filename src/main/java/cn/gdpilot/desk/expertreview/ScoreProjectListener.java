package cn.gdpilot.desk.expertreview;

import static cn.gdpilot.desk.expertreview.ExpertReviewVariables.ASSIGNMENT_ID;

import cn.gdpilot.domain.scoring.Assignment;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.engine.tasks.TaskAnswers;
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
        long assignment = Long.parseLong(TaskAnswers.of(task).key(ASSIGNMENT_ID));
        if (panels.assignment(assignment).filter(Assignment::open).isPresent()) {
            throw Refusal.conflict("expert.on-our-page");
        }
    }
}
