package cn.gdpilot.desk.provincereview;

import static cn.gdpilot.desk.provincereview.ProvinceReviewVariables.CAMPAIGN_ID;

import cn.gdpilot.desk.provincereview.beside.ReviewsInHand;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What has come back is taken up by the review that makes the list public, not by one beside it. */
@Component
@ForModels(
        name = "查找重复项目",
        help = "比较批次内和历年试点的项目，找出疑似重复的各对。",
        given = Given.CAMPAIGN,
        gives = "产生疑似重复的各对，由 provinceProjects.suspectedPairs 读取。",
        in = "province-review")
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
