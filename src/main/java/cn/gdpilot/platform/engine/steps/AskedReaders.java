package cn.gdpilot.platform.engine.steps;

import cn.gdpilot.domain.dossier.DossierReader;
import cn.gdpilot.domain.identity.FurtherGroups;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A group of a designer's own reads the dossier while a task asks it about the application, or about a list on which it stands. */
@Component
class AskedReaders implements DossierReader {

    private final Recommendations recommendations;
    private final TaskService tasks;

    AskedReaders(Recommendations recommendations, @Lazy TaskService tasks) {
        this.recommendations = recommendations;
        this.tasks = tasks;
    }

    @Override
    public boolean mayRead(Person person, Application application) {
        List<String> own = person.groups().stream().filter(FurtherGroups::isOwn).toList();
        return !own.isEmpty()
                && (isAsked(own, application.id())
                        || recommendations.unitsRanking(application.id()).stream()
                                .anyMatch(unit -> isAsked(own, Recommendation.idOf(application.roundId(), unit))));
    }

    private boolean isAsked(List<String> own, String businessKey) {
        return tasks.createTaskQuery()
                        .processInstanceBusinessKey(businessKey)
                        .taskCandidateGroupIn(own)
                        .includeAssignedTasks()
                        .count()
                > 0;
    }
}
