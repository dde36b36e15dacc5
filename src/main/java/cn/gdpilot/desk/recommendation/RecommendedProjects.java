package cn.gdpilot.desk.recommendation;

import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The projects that a list recommends. */
@Component
public class RecommendedProjects {

    private final Recommendations recommendations;
    private final Applications applications;

    RecommendedProjects(Recommendations recommendations, Applications applications) {
        this.recommendations = recommendations;
        this.applications = applications;
    }

    /** The projects of a list in order of priority, those left out that have been withdrawn. */
    public List<Application> of(Recommendation list) {
        List<String> ranked = recommendations.ranked(list);
        Map<String, Application> all = applications.all(ranked);
        return ranked.stream()
                .map(all::get)
                .filter(application -> application.state() != ApplicationState.WITHDRAWN)
                // On a list that was opened again: its applicant has used its places elsewhere meanwhile.
                .filter(application -> list.state() == Recommendation.State.MISSED
                        || application.state() != ApplicationState.MISSED_DEADLINE)
                .toList();
    }

    /** The numbers of these projects, in the same order. */
    public List<String> numbers(Recommendation list) {
        return of(list).stream().map(Application::id).toList();
    }
}
