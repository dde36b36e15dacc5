package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.dossier.DossierAccess;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Stage;
import cn.gdpilot.domain.record.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How far the applications of a round have come. An office counts what it may open, and nothing else. */
@Component
class RoundProgress {

    private final DossierAccess dossiers;
    private final Timeline timeline;
    private final UnitDeadlines deadlines;

    RoundProgress(DossierAccess dossiers, Timeline timeline, UnitDeadlines deadlines) {
        this.dossiers = dossiers;
        this.timeline = timeline;
        this.deadlines = deadlines;
    }

    /** Every submitted application that the person may open, by number. */
    List<Progress> of(Person person, String roundId) {
        List<Application> all = dossiers.visible(person, roundId);
        Map<String, Set<String>> states =
                timeline.statesOf(all.stream().map(Application::id).toList());
        Map<String, Boolean> direct = all.stream()
                .map(Application::unitId)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), unit -> deadlines.destination(unit).equals(Unit.MINISTRY)));
        return all.stream()
                .map(one -> new Progress(
                        one, reached(one, states.getOrDefault(one.id(), Set.of()), direct.get(one.unitId()))))
                .toList();
    }

    private static Stage reached(Application application, Set<String> states, boolean direct) {
        return Stream.concat(Stream.of(application.state()), states.stream().map(ApplicationState::valueOf))
                .map(state -> Stage.shownBy(state, direct))
                .max(Comparator.naturalOrder())
                .orElse(Stage.SUBMITTED);
    }

    /** How many reached each stage, the first stage first. */
    static List<Integer> funnel(List<Progress> all) {
        return Arrays.stream(Stage.values())
                .map(stage ->
                        (int) all.stream().filter(one -> one.reached(stage)).count())
                .toList();
    }

    /** The same for each value of a property, in its order; who has none comes first as an empty text. */
    static List<Row> by(List<Progress> all, Function<Application, String> property) {
        Map<String, List<Progress>> groups = all.stream()
                .collect(Collectors.groupingBy(
                        one -> property.apply(one.application()) == null ? "" : property.apply(one.application()),
                        TreeMap::new,
                        Collectors.toList()));
        List<Row> rows = new ArrayList<>();
        groups.forEach((key, ones) -> rows.add(new Row(
                key, funnel(ones), (int) ones.stream().filter(Progress::stopped).count())));
        return rows;
    }

    /**
     * An application and how far it has come.
     *
     * @param application as it is
     * @param stage       furthest stage that it has reached
     */
    record Progress(Application application, Stage stage) {

        boolean reached(Stage wanted) {
            return stage.compareTo(wanted) >= 0;
        }

        /** True if it goes no further: refused, withdrawn, late, not chosen. */
        boolean stopped() {
            return application.state().over() && application.state() != ApplicationState.PILOT_ENDED;
        }
    }

    /**
     * A line of a table of figures.
     *
     * @param key     unit, category or direction
     * @param funnel  how many reached each stage, the first stage first
     * @param stopped how many go no further
     */
    record Row(String key, List<Integer> funnel, int stopped) {}
}
