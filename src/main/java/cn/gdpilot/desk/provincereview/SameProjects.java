package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.duplicate.DuplicatePair;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Applications that are one project by several ways, as the decided pairs tie them together. */
@Component
class SameProjects {

    private final DuplicatePairs pairs;
    private final Applications applications;

    SameProjects(DuplicatePairs pairs, Applications applications) {
        this.pairs = pairs;
        this.applications = applications;
    }

    /**
     * The duplicates that nothing displaces any more now that this one is gone: none while another way of the same project
     * stands, or its pilot runs. Of several that come back together, those that were dropped for one another stay out.
     */
    List<String> freedBy(Application gone) {
        if (gone.state() == ApplicationState.DUPLICATE) {
            // What it is the same as stands for all of them.
            return List.of();
        }
        List<DuplicatePair> same = tiedTo(gone);
        Set<String> others = members(same);
        others.remove(gone.id());
        List<String> duplicates = others.stream().filter(this::duplicate).toList();
        // Of two that go in one instant, the second waits here and sees that the first has gone.
        duplicates.forEach(applications::lock);
        boolean displaced = same.stream().anyMatch(DuplicatePair::withPilot)
                || others.stream().anyMatch(id -> !applications.get(id).state().over());
        return displaced
                ? List.of()
                : duplicates.stream()
                        .filter(id -> !droppedForOneOf(duplicates, id, same))
                        .toList();
    }

    private List<DuplicatePair> tiedTo(Application project) {
        List<DuplicatePair> all = pairs.same(project.roundId());
        Set<String> known = new TreeSet<>(Set.of(project.id()));
        int before;
        do {
            before = known.size();
            all.stream()
                    .filter(pair -> known.contains(pair.firstId()) || known.contains(second(pair)))
                    .forEach(pair -> sides(pair).forEach(known::add));
        } while (known.size() > before);
        return all.stream().filter(pair -> known.contains(pair.firstId())).toList();
    }

    private boolean duplicate(String id) {
        return applications.get(id).state() == ApplicationState.DUPLICATE;
    }

    private static boolean droppedForOneOf(List<String> duplicates, String id, List<DuplicatePair> same) {
        return same.stream()
                .filter(pair -> sides(pair).anyMatch(id::equals))
                .anyMatch(pair -> !id.equals(pair.keptId()) && duplicates.contains(pair.keptId()));
    }

    private static Set<String> members(List<DuplicatePair> same) {
        Set<String> members = new TreeSet<>();
        same.forEach(pair -> sides(pair).forEach(members::add));
        return members;
    }

    private static String second(DuplicatePair pair) {
        return pair.withPilot() ? pair.firstId() : pair.secondId();
    }

    private static Stream<String> sides(DuplicatePair pair) {
        return Stream.of(pair.firstId(), second(pair)).distinct();
    }
}
