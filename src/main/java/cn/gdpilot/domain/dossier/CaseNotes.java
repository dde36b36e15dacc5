package cn.gdpilot.domain.dossier;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.opinion.FormAnswer;
import cn.gdpilot.domain.opinion.FormAnswers;
import cn.gdpilot.domain.opinion.TaskOpinion;
import cn.gdpilot.domain.opinion.TaskOpinions;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What was noted at tasks and fields of a designer's own about an application, and about the lists on which it stands. */
@Component
class CaseNotes {

    private final FormAnswers answers;
    private final TaskOpinions opinions;
    private final Recommendations recommendations;

    CaseNotes(FormAnswers answers, TaskOpinions opinions, Recommendations recommendations) {
        this.answers = answers;
        this.opinions = opinions;
        this.recommendations = recommendations;
    }

    /** Further answers of forms. */
    List<FormAnswer> answers(Application application) {
        return answers.of(application, offices(application));
    }

    /** Opinions of further groups. */
    List<TaskOpinion> opinions(Application application) {
        return opinions.of(application, offices(application));
    }

    /** Its own unit's list is spoken of before it stands there; the ministry has no list, and speaks of all that came to it. */
    private Set<String> offices(Application application) {
        Set<String> offices = new TreeSet<>(recommendations.unitsRanking(application.id()));
        offices.add(application.unitId());
        offices.add(Unit.MINISTRY);
        return offices;
    }
}
