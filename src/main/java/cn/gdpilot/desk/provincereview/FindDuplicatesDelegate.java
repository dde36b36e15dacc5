package cn.gdpilot.desk.provincereview;

import static cn.gdpilot.desk.provincereview.ProvinceReviewVariables.CAMPAIGN_ID;

import cn.gdpilot.desk.provincereview.beside.ReviewsInHand;
import cn.gdpilot.domain.calendar.Rounds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What has come back is taken up by the review that makes the list public, not by one beside it. */
@Component
class FindDuplicatesDelegate implements JavaDelegate {

    private final FindDuplicates duplicates;
    private final ReviewsInHand inHand;
    private final Rounds rounds;

    FindDuplicatesDelegate(FindDuplicates duplicates, ReviewsInHand inHand, Rounds rounds) {
        this.rounds = rounds;
        this.duplicates = duplicates;
        this.inHand = inHand;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String roundId = (String) execution.getVariable(CAMPAIGN_ID);
        // Whoever was reviewed beside this one has either joined before, and is compared here, or compares itself.
        rounds.lock(roundId);
        if (inHand.isBesideAnother(execution.getProcessInstanceId())) {
            duplicates.findDuplicates(roundId);
        } else {
            duplicates.lookForDuplicates(roundId);
        }
    }
}
