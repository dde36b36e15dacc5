package cn.gdpilot.domain.dossier;

import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which officers may see an application: those whose unit holds or held it, and nobody learns that others exist. */
@Component
public class DossierAccess {

    private final Applications applications;
    private final Recommendations recommendations;
    private final DuplicatePairs pairs;
    private final List<DossierReader> readers;

    DossierAccess(
            Applications applications,
            Recommendations recommendations,
            DuplicatePairs pairs,
            List<DossierReader> readers) {
        this.applications = applications;
        this.recommendations = recommendations;
        this.pairs = pairs;
        this.readers = readers;
    }

    /**
     * The application of that number, if the person may see it.
     *
     * @throws Refusal as if there were none, otherwise
     */
    public Application open(Person person, String id) {
        return applications
                .find(id)
                .filter(application -> application.submissions() > 0)
                .filter(application -> maySee(person, application))
                .orElseThrow(() -> Refusal.notFound("application.unknown", id.replaceAll("[^\\w-]", "?")));
    }

    /** All of a round that have been submitted and that the person may see, by number: {@link #maySee} for all at once. */
    public List<Application> visible(Person person, String roundId) {
        Set<String> known = known(person, roundId);
        return applications.ofRound(roundId, EnumSet.allOf(ApplicationState.class)).stream()
                .filter(application -> application.submissions() > 0)
                .filter(application -> person.worksFor(application.unitId())
                        || known.contains(application.id())
                        || readers.stream().anyMatch(reader -> reader.mayRead(person, application)))
                .toList();
    }

    private Set<String> known(Person person, String roundId) {
        Set<String> known = new HashSet<>();
        if (person.worksFor(Unit.DEPARTMENT)) {
            known.addAll(recommendations.projectsArrived(roundId, Unit.DEPARTMENT));
            known.addAll(pairs.involved(roundId));
        }
        if (person.worksFor(Unit.MINISTRY)) {
            known.addAll(recommendations.projectsArrived(roundId, Unit.MINISTRY));
        }
        return known;
    }

    /** True while the application waits for the decision of the person's unit, so that the person may write into its dossier. */
    static boolean examines(Person person, Application application) {
        return application.state() == ApplicationState.SUBMITTED && person.worksFor(application.unitId());
    }

    private boolean maySee(Person person, Application application) {
        return person.worksFor(application.unitId())
                || person.worksFor(Unit.DEPARTMENT)
                        && (arrivedAt(Unit.DEPARTMENT, application) || pairs.involves(application.id()))
                || person.worksFor(Unit.MINISTRY) && arrivedAt(Unit.MINISTRY, application)
                || readers.stream().anyMatch(reader -> reader.mayRead(person, application));
    }

    /** True if a list with this application has arrived at that office. */
    private boolean arrivedAt(String office, Application application) {
        return recommendations.unitsRanking(application.id()).stream()
                .flatMap(unit -> recommendations.find(application.roundId(), unit).stream())
                .anyMatch(list -> list.destination().equals(office) && list.state() == Recommendation.State.ARRIVED);
    }
}
