package cn.gdpilot.domain.eligibility;

import cn.gdpilot.domain.project.Application;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Facts of R2.8–R2.10: the applicant's other live applications of the round.
 *
 * @param othersInCategory     in the same category
 * @param othersInTotal        over every channel and city
 * @param sameProjectElsewhere one of them is the same project
 */
public record LimitFacts(int othersInCategory, int othersInTotal, boolean sameProjectElsewhere) {

    /**
     * Counts what takes a place beside this application.
     *
     * @param all  all applications of the applicant, this one and those of other rounds may be among them
     * @param name the comparable form of a project's name
     */
    public static LimitFacts of(Application application, Collection<Application> all, UnaryOperator<String> name) {
        List<Application> others = all.stream()
                .filter(other -> !other.id().equals(application.id()))
                .filter(other -> other.roundId().equals(application.roundId()))
                .filter(other -> other.state().countsAgainstLimits())
                .toList();
        String own = name.apply(application.projectName());
        return new LimitFacts(
                (int) others.stream()
                        .filter(other -> Objects.equals(other.category(), application.category()))
                        .count(),
                others.size(),
                others.stream()
                        .anyMatch(other -> name.apply(other.projectName()).equals(own)));
    }
}
