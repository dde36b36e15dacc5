package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.duplicate.DuplicatePair;
import cn.gdpilot.domain.duplicate.branches.GoAhead;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.scoring.Panel;
import cn.gdpilot.domain.scoring.Panels;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the Department has to look at, as the model asks: {@code ${provinceProjects.arrived(campaignId)}}. */
@Component
public class ProvinceProjects {

    private final ReviewProject review;
    private final FindDuplicates duplicates;
    private final Panels panels;
    private final GoAhead goAhead;

    ProvinceProjects(ReviewProject review, FindDuplicates duplicates, Panels panels, GoAhead goAhead) {
        this.panels = panels;
        this.review = review;
        this.duplicates = duplicates;
        this.goAhead = goAhead;
    }

    public List<String> arrived(String campaignId) {
        return review.arrived(campaignId).stream().map(Application::id).toList();
    }

    public List<String> suspectedPairs(String campaignId) {
        return duplicates.openPairs(campaignId).stream().map(DuplicatePair::id).toList();
    }

    /** What is still in the running when the duplicates are settled, and experts have not scored yet. */
    public List<String> forExperts(String campaignId) {
        return review.reviewed(campaignId).stream()
                .map(Application::id)
                .filter(id -> panels.find(UnitType.DEPARTMENT, id)
                        .filter(Panel::closed)
                        .isEmpty())
                .toList();
    }

    /** True if the CA is done, or the Department goes ahead without it. */
    public boolean communicationsReviewed(String campaignId) {
        return goAhead.lockBranchesMet(campaignId);
    }
}
