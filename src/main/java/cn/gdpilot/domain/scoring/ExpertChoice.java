package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.project.Application;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses the experts that may be asked about a project. Everything that it needs has been read before: the round's row is
 * locked meanwhile, and the pool may hold thousands.
 *
 * @param application  the project
 * @param notAgain     accounts that are not asked: on the panel already, or bound to the applicant at another project
 * @param loads        how many projects of the round each expert has or had on the desk; one that is missing has none
 * @param mostProjects how many projects of a round one expert gets at most
 * @param biased       true for an expert who is bound to the applicant
 */
record ExpertChoice(
        Application application,
        Set<String> notAgain,
        Map<String, Integer> loads,
        int mostProjects,
        Predicate<Expert> biased) {

    /** The least burdened first, then the nearest to the field, then in an order that differs from panel to panel. */
    List<Expert> among(List<Expert> pool) {
        return pool.stream()
                .filter(expert -> expert.active()
                        && !notAgain.contains(expert.account())
                        && expert.nearness(application) > 0
                        && load(expert) < mostProjects)
                .filter(biased.negate())
                .sorted(Comparator.comparingInt(this::load)
                        .thenComparing(expert -> -expert.nearness(application))
                        .thenComparing(expert -> (application.id() + expert.account()).hashCode()))
                .toList();
    }

    private int load(Expert expert) {
        return loads.getOrDefault(expert.account(), 0);
    }
}
