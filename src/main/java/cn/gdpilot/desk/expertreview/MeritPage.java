package cn.gdpilot.desk.expertreview;

import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.quota.QuotaTable;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Recorded;
import cn.gdpilot.domain.scoring.Assignment;
import cn.gdpilot.domain.scoring.Average;
import cn.gdpilot.domain.scoring.Criteria;
import cn.gdpilot.domain.scoring.Expert;
import cn.gdpilot.domain.scoring.Experts;
import cn.gdpilot.domain.scoring.Merit;
import cn.gdpilot.domain.scoring.MeritList;
import cn.gdpilot.domain.scoring.MeritOrder;
import cn.gdpilot.domain.scoring.MeritSnapshot;
import cn.gdpilot.domain.scoring.MeritSnapshots;
import cn.gdpilot.domain.scoring.Panel;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.domain.scoring.Score;
import cn.gdpilot.domain.scoring.Scores;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How far the panels are, the order that their scores propose, where the line cuts it, and what one other score would do. */
@Controller
@RequestMapping("/desk/merit/{round}")
class MeritPage {

    private final ExpertDesk desk;
    private final MeritOrder merits;
    private final MeritSnapshots snapshots;
    private final Panels panels;
    private final Experts experts;
    private final Scores scores;
    private final Criteria criteria;
    private final Applications applications;
    private final Units units;
    private final QuotaTable quotas;
    private final Recommendations recommendations;

    MeritPage(
            ExpertDesk desk,
            MeritOrder merits,
            MeritSnapshots snapshots,
            Panels panels,
            Experts experts,
            Scores scores,
            Criteria criteria,
            Applications applications,
            Units units,
            QuotaTable quotas,
            Recommendations recommendations) {
        this.desk = desk;
        this.merits = merits;
        this.snapshots = snapshots;
        this.panels = panels;
        this.experts = experts;
        this.scores = scores;
        this.criteria = criteria;
        this.applications = applications;
        this.units = units;
        this.quotas = quotas;
        this.recommendations = recommendations;
    }

    @GetMapping
    String show(
            @PathVariable String round,
            @RequestParam(required = false) Average by,
            @RequestParam(defaultValue = "") String changed,
            @RequestParam(defaultValue = "") String total,
            Authentication signedIn,
            Model model) {
        UnitType level = level(officer(signedIn));
        int quota = quota(round, level);
        Average planned = merits.average(round, level);
        Average shown = by == null ? planned : by;
        MeritList proposed = merits.proposed(round, level, shown, quota, Map.of());
        MeritList list = merits.moved(proposed, round, level);
        model.addAttribute("round", round);
        model.addAttribute("by", shown);
        model.addAttribute("planned", planned);
        Optional<MeritSnapshot> decided = snapshots.decided(round, level);
        model.addAttribute("decided", decided.orElse(null));
        model.addAttribute("stood", decided.stream().flatMap(this::stood).toList());
        model.addAttribute("quota", quota);
        model.addAttribute(
                "lines",
                list.order().stream().map(merit -> line(merit, list, proposed)).toList());
        model.addAttribute("moves", merits.moves(round, level));
        model.addAttribute(
                "panels", panels.of(round, level).stream().map(this::progress).toList());
        model.addAttribute(
                "scored",
                panels.of(round, level).stream()
                        .filter(Panel::closed)
                        .flatMap(this::scored)
                        .toList());
        model.addAttribute(
                "openList",
                recommendations
                        .find(round, Unit.DEPARTMENT)
                        .filter(one -> level == UnitType.DEPARTMENT && one.open())
                        .map(Recommendation::listVersion)
                        .orElse(null));
        try {
            whatIf(round, level, shown, list, changed, total)
                    .ifPresent(effects -> model.addAttribute("effects", effects));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
        }
        model.addAttribute("changed", changed);
        model.addAttribute("total", total);
        return "merit";
    }

    /** Moves a project. */
    @PostMapping
    String move(
            @PathVariable String round,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String grounds,
            Authentication signedIn,
            Model model) {
        Actor officer = officer(signedIn);
        try {
            int to = place.strip().matches("\\d{1,4}") ? Integer.parseInt(place.strip()) : 0;
            merits.move(round, level(officer), quota(round, level(officer)), project.strip(), to, grounds, officer);
            model.addAttribute("told", Texts.of("merit.done"));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("grounds", grounds);
        }
        return show(round, null, "", "", signedIn, model);
    }

    /** Everything that the experts said of a project, once all are in. */
    @Recorded("scores.opened")
    @GetMapping("/{application}")
    String panel(@PathVariable String round, @PathVariable String application, Authentication signedIn, Model model) {
        Panel panel = panelOf(round, application, officer(signedIn));
        model.addAttribute("panel", panel);
        model.addAttribute("project", applications.get(application));
        model.addAttribute("criteria", criteria.of(round));
        model.addAttribute(
                "members",
                panels.members(panel.id()).stream()
                        .map(one -> new Member(
                                one,
                                name(one.expert()),
                                panel.closed() && one.state() == Assignment.State.SCORED
                                        ? scores.of(one.id())
                                        : Map.of()))
                        .toList());
        return "panel";
    }

    /** Takes an expert off a panel of the officer's level; a further one is asked. */
    @PostMapping("/{application}/experts/{assignment}")
    String remove(
            @PathVariable String round,
            @PathVariable String application,
            @PathVariable long assignment,
            @RequestParam(defaultValue = "") String grounds,
            Authentication signedIn,
            Model model) {
        Actor officer = officer(signedIn);
        Panel panel = panelOf(round, application, officer);
        try {
            panels.members(panel.id()).stream()
                    .filter(one -> one.id() == assignment)
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("expert.unknown"));
            desk.remove(assignment, grounds, officer);
            model.addAttribute("told", Texts.of("expert.removed"));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
        }
        return panel(round, application, signedIn, model);
    }

    private Panel panelOf(String round, String application, Actor officer) {
        return panels.find(level(officer), application)
                .filter(one -> one.roundId().equals(round))
                .orElseThrow(() -> Refusal.notFound("merit.unknown"));
    }

    /** What another total of one expert would change; empty if none is asked for. */
    private Optional<List<Effect>> whatIf(
            String round, UnitType level, Average by, MeritList now, String assignment, String total) {
        if (assignment.isBlank()) {
            return Optional.empty();
        }
        if (!assignment.matches("\\d{1,15}")
                || !total.strip().matches("\\d{1,3}(\\.\\d{1,2})?")
                || Double.parseDouble(total.strip()) > 100) {
            throw Refusal.invalid("merit.total");
        }
        Map<Long, Double> replaced = Map.of(Long.parseLong(assignment), Double.parseDouble(total.strip()));
        MeritList then = merits.moved(merits.proposed(round, level, by, now.quota(), replaced), round, level);
        return Optional.of(then.order().stream()
                .filter(merit -> then.place(merit.applicationId()) != now.place(merit.applicationId()))
                .map(merit -> new Effect(
                        applications.get(merit.applicationId()),
                        now.place(merit.applicationId()),
                        then.place(merit.applicationId()),
                        now.within(merit.applicationId()),
                        then.within(merit.applicationId())))
                .toList());
    }

    private Line line(Merit merit, MeritList list, MeritList proposed) {
        return new Line(
                merit,
                applications.get(merit.applicationId()),
                list.place(merit.applicationId()),
                proposed.place(merit.applicationId()),
                list.tiedAtLine(merit),
                list.margin(merit));
    }

    private Stream<Stood> stood(MeritSnapshot snapshot) {
        Map<String, Application> projects = applications.all(
                snapshot.lines().stream().map(MeritSnapshot.Line::applicationId).toList());
        return snapshot.lines().stream().map(line -> new Stood(line, projects.get(line.applicationId())));
    }

    private Progress progress(Panel panel) {
        List<Assignment> members = panels.members(panel.id());
        return new Progress(
                panel,
                applications.get(panel.applicationId()),
                members.stream()
                        .filter(one -> one.state() == Assignment.State.SCORED)
                        .count(),
                members.stream().filter(Assignment::open).count());
    }

    private Stream<Scored> scored(Panel panel) {
        return panels.members(panel.id()).stream()
                .filter(one -> one.state() == Assignment.State.SCORED)
                .map(one -> new Scored(
                        one.id(),
                        applications.get(panel.applicationId()).projectName(),
                        name(one.expert()),
                        one.total()));
    }

    /** Of one who has left the pool only the account is known. */
    private String name(String account) {
        return experts.find(account).map(Expert::name).orElse(account);
    }

    /** The quota that the list got when it was opened; the ministry selects under none. */
    private int quota(String round, UnitType level) {
        return level != UnitType.DEPARTMENT
                ? MeritOrder.NO_QUOTA
                : recommendations
                        .find(round, Unit.DEPARTMENT)
                        .map(Recommendation::quota)
                        .orElseGet(() -> quotas.of(units.get(Unit.DEPARTMENT)).quota());
    }

    private static UnitType level(Actor officer) {
        return officer.office().equals(Unit.MINISTRY) ? UnitType.MINISTRY : UnitType.DEPARTMENT;
    }

    private static Actor officer(Authentication signedIn) {
        Person person = Person.of(signedIn);
        if (!person.worksFor(Unit.DEPARTMENT) && !person.worksFor(Unit.MINISTRY)) {
            throw Refusal.forbidden("merit.not-yours");
        }
        return new Actor(person.username(), person.office());
    }

    /**
     * A place of the list.
     *
     * @param merit    scores
     * @param project  project
     * @param place    place with the officers' moves
     * @param proposed place by the scores
     * @param tied     whether the line runs through its equals
     * @param margin   points to the other side of the line; null where there is none
     */
    record Line(Merit merit, Application project, int place, int proposed, boolean tied, Double margin) {}

    /** A project of the order by which was signed or selected. */
    record Stood(MeritSnapshot.Line line, Application project) {}

    /** How far a panel is. */
    record Progress(Panel panel, Application project, long scored, long waiting) {}

    /** A total that a "what if" may replace. */
    record Scored(long assignment, String project, String expert, double total) {}

    /** A project that would stand elsewhere. */
    record Effect(Application project, int was, int becomes, boolean wasWithin, boolean within) {}

    /** An expert of a panel with the scores, if they may be shown. */
    record Member(Assignment assignment, String name, Map<String, Score> scores) {}
}
