package cn.gdpilot.recommendation;

import cn.gdpilot.audit.Actor;
import cn.gdpilot.dossier.Downloads;
import cn.gdpilot.dossier.FileStore;
import cn.gdpilot.identity.Person;
import cn.gdpilot.identity.Units;
import cn.gdpilot.project.Application;
import cn.gdpilot.quota.Recommendation;
import cn.gdpilot.quota.Recommendations;
import cn.gdpilot.wording.Refusal;
import cn.gdpilot.wording.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The unit's list as a page: accepted projects, a place for each by number, the quota as a line. */
@Controller
@RequestMapping("/desk/recommendations/{round}/{unit}")
class RankingPage {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RecommendationDesk desk;
    private final Recommendations recommendations;
    private final Candidates candidates;
    private final Units units;
    private final FileStore store;

    RankingPage(
            RecommendationDesk desk,
            Recommendations recommendations,
            Candidates candidates,
            Units units,
            FileStore store) {
        this.desk = desk;
        this.recommendations = recommendations;
        this.candidates = candidates;
        this.units = units;
        this.store = store;
    }

    @GetMapping
    String show(@PathVariable String round, @PathVariable String unit, Authentication signedIn, Model model) {
        Recommendation list = visible(round, unit, signedIn);
        List<String> ranked = recommendations.ranked(list);
        model.addAttribute("list", list);
        model.addAttribute("unit", units.get(unit));
        model.addAttribute("mayRank", list.open() && Person.of(signedIn).groups().contains(unit));
        model.addAttribute("lines", lines(list, ranked));
        return "ranking";
    }

    @PostMapping
    String save(
            @PathVariable String round,
            @PathVariable String unit,
            @RequestParam Map<String, String> form,
            Authentication signedIn,
            Model model) {
        Recommendation list = visible(round, unit, signedIn);
        Person person = Person.of(signedIn);
        if (!person.groups().contains(unit)) {
            throw Refusal.forbidden("ranking.not-yours");
        }
        try {
            desk.rank(round, unit, order(form), new Actor(person.username(), unit));
            model.addAttribute("saved", true);
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("entered", form);
        }
        return show(list.roundId(), unit, signedIn, model);
    }

    @GetMapping("/summary.xlsx")
    ResponseEntity<Resource> summary(@PathVariable String round, @PathVariable String unit, Authentication signedIn) {
        Recommendation list = visible(round, unit, signedIn);
        if (list.summarySha256() == null) {
            throw Refusal.notFound("summary.none");
        }
        return Downloads.of(
                store.path(list.summarySha256()), Texts.of("summary.file", units.get(unit).name()), XLSX);
    }

    /** The list, for the unit itself and, once it is on its way, for the office that it goes to. */
    private Recommendation visible(String round, String unit, Authentication signedIn) {
        Person person = Person.of(signedIn);
        return recommendations
                .find(round, unit)
                .filter(list -> person.worksFor(unit)
                        || person.worksFor(list.destination())
                                && (list.state() == Recommendation.State.SENT
                                        || list.state() == Recommendation.State.ARRIVED))
                .orElseThrow(() -> Refusal.notFound("recommendation.unknown", unit.replaceAll("[^\\w-]", "?")));
    }

    private List<Line> lines(Recommendation list, List<String> ranked) {
        List<Application> shown =
                list.open() ? candidates.of(list.roundId(), list.unitId()) : desk.recommended(list);
        return shown.stream()
                .map(application -> new Line(place(ranked, application.id()), application))
                .sorted(Comparator.comparing(Line::sortKey))
                .toList();
    }

    private static Integer place(List<String> ranked, String id) {
        return ranked.contains(id) ? ranked.indexOf(id) + 1 : null;
    }

    /** Fields named place-{application}: a number puts the project on the list, an empty field leaves it out. */
    private static List<String> order(Map<String, String> form) {
        return form.entrySet().stream()
                .filter(field -> field.getKey().startsWith("place-") && !field.getValue().isBlank())
                .map(field -> new Place(number(field.getValue()), field.getKey().substring("place-".length())))
                .sorted(Comparator.comparing(Place::number))
                .map(Place::application)
                .toList();
    }

    private static int number(String text) {
        if (!text.strip().matches("[1-9]\\d{0,3}")) {
            throw Refusal.byRule("R3.6", "ranking.number");
        }
        return Integer.parseInt(text.strip());
    }

    private record Place(int number, String application) {}

    /**
     * One project of the page.
     *
     * @param place       place on the list; null if it is not on it
     * @param application project
     */
    record Line(Integer place, Application application) {

        int sortKey() {
            return place == null ? Integer.MAX_VALUE : place;
        }
    }
}
