package cn.gdpilot.desk.campaign;

import cn.gdpilot.desk.campaign.RoundProgress.Progress;
import cn.gdpilot.domain.arrival.DeliveryOverview;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.calendar.Times;
import cn.gdpilot.domain.dossier.CaseWords;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.papers.TextTable;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Stage;
import cn.gdpilot.domain.record.Recorded;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A round at a glance: how many came how far, by unit, category and direction, who is late; every number leads to its list. */
@Controller
@RequestMapping("/desk/progress")
class ProgressPage {

    private final Rounds rounds;
    private final RoundProgress progress;
    private final DeliveryOverview deliveries;
    private final Recommendations recommendations;
    private final Units units;
    private final Times times;
    private final PilotClock clock;
    private final CaseWords words;

    ProgressPage(
            Rounds rounds,
            RoundProgress progress,
            DeliveryOverview deliveries,
            Recommendations recommendations,
            Units units,
            Times times,
            PilotClock clock,
            CaseWords words) {
        this.words = words;
        this.recommendations = recommendations;
        this.rounds = rounds;
        this.progress = progress;
        this.deliveries = deliveries;
        this.units = units;
        this.times = times;
        this.clock = clock;
    }

    /** The round that is open now, else the newest. */
    @GetMapping
    String current(Authentication signedIn) {
        officer(signedIn);
        return "redirect:/desk/progress/"
                + rounds.shown()
                        .orElseThrow(() -> Refusal.notFound("round.none"))
                        .id();
    }

    @GetMapping("/{round}")
    String show(@PathVariable String round, Authentication signedIn, Model model) {
        Person person = officer(signedIn);
        Round shown = known(round);
        List<Progress> all = progress.of(person, shown.id());
        model.addAttribute("round", shown);
        model.addAttribute("now", times.of(clock.now()));
        model.addAttribute("stages", Stage.values());
        model.addAttribute("funnel", RoundProgress.funnel(all));
        model.addAttribute("stopped", all.stream().filter(Progress::stopped).count());
        List<RoundProgress.Row> byUnit = RoundProgress.by(all, Application::unitId);
        model.addAttribute("byUnit", byUnit);
        model.addAttribute(
                "recommended",
                byUnit.stream()
                        .collect(Collectors.toMap(
                                RoundProgress.Row::key, row -> row.funnel().get(Stage.RECOMMENDED.ordinal()))));
        model.addAttribute("listed", onList(all, shown.id(), Unit.DEPARTMENT).size());
        model.addAttribute("byCategory", RoundProgress.by(all, Application::category));
        model.addAttribute("byDirection", RoundProgress.by(all, Application::direction));
        model.addAttribute(
                "lists",
                deliveries.of(shown.id()).stream()
                        .filter(line -> concerns(line, person))
                        .toList());
        model.addAttribute("diagrams", person.worksFor(Unit.DEPARTMENT));
        return "progress";
    }

    /** The applications behind a number. */
    @GetMapping("/{round}/projects")
    @Recorded("progress.listed")
    String projects(@PathVariable String round, @ModelAttribute Filter filter, Authentication signedIn, Model model) {
        Person person = officer(signedIn);
        Round shown = known(round);
        model.addAttribute("round", shown);
        model.addAttribute("filter", filter);
        model.addAttribute("projects", chosen(person, shown.id(), filter));
        return "progress-projects";
    }

    /** The same as a table to work on. */
    @GetMapping("/{round}/projects.xlsx")
    @Recorded("progress.exported")
    ResponseEntity<byte[]> export(@PathVariable String round, @ModelAttribute Filter filter, Authentication signedIn) {
        Person person = officer(signedIn);
        List<List<String>> rows = chosen(person, known(round).id(), filter).stream()
                .map(this::cells)
                .toList();
        return TextTable.download(Texts.of("progress.file", round), Texts.words("progress.heads"), rows);
    }

    private List<Progress> chosen(Person person, String round, Filter filter) {
        List<Progress> all = filter.of(progress.of(person, round));
        return filter.list() == null || filter.list().isEmpty() ? all : onList(all, round, filter.list());
    }

    /** Those on a unit's own list, once it is signed. */
    private List<Progress> onList(List<Progress> all, String round, String unit) {
        Set<String> listed = recommendations
                .find(round, unit)
                .filter(list -> list.signedAt() != null)
                .map(list -> Set.copyOf(recommendations.ranked(list)))
                .orElse(Set.of());
        return all.stream()
                .filter(one -> listed.contains(one.application().id()))
                .toList();
    }

    private List<String> cells(Progress one) {
        Application application = one.application();
        return List.of(
                application.id(),
                application.projectName(),
                units.get(application.unitId()).name(),
                Objects.requireNonNullElse(application.category(), ""),
                Objects.requireNonNullElse(application.direction(), ""),
                Texts.label("stage", one.stage()),
                Texts.label("state", application.state()),
                times.of(application.submittedAt()),
                words.questions(application),
                words.noted(application));
    }

    private static boolean concerns(DeliveryOverview.Line line, Person person) {
        return person.worksFor(line.unit().id()) || person.worksFor(line.destination());
    }

    private Round known(String id) {
        try {
            return rounds.get(id);
        } catch (NoSuchElementException none) {
            throw Refusal.notFound("round.none");
        }
    }

    private static Person officer(Authentication signedIn) {
        Person person = Person.of(signedIn);
        if (person.office() == null) {
            throw Refusal.forbidden("progress.not-yours");
        }
        return person;
    }

    /**
     * Which applications a number counted; what is null or empty does not matter.
     *
     * @param unit      id
     * @param category  category of the direction
     * @param direction code
     * @param stage     those that came at least so far
     * @param stopped   true: only those that go no further
     * @param list      unit on whose signed list they stand
     */
    record Filter(String unit, String category, String direction, Stage stage, Boolean stopped, String list) {

        public boolean onlyStopped() {
            return Boolean.TRUE.equals(stopped);
        }

        List<Progress> of(List<Progress> all) {
            return all.stream()
                    .filter(one -> fits(unit, one.application().unitId()))
                    .filter(one -> fits(category, one.application().category()))
                    .filter(one -> fits(direction, one.application().direction()))
                    .filter(one -> stage == null || one.reached(stage))
                    .filter(one -> !onlyStopped() || one.stopped())
                    .toList();
        }

        private static boolean fits(String wanted, String there) {
            return wanted == null || wanted.isEmpty() || wanted.equals(there);
        }
    }
}
