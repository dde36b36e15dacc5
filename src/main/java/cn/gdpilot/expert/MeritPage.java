package cn.gdpilot.expert;

import cn.gdpilot.audit.Actor;
import cn.gdpilot.audit.Recorded;
import cn.gdpilot.identity.Person;
import cn.gdpilot.identity.Unit;
import cn.gdpilot.identity.UnitType;
import cn.gdpilot.identity.Units;
import cn.gdpilot.project.Application;
import cn.gdpilot.project.Applications;
import cn.gdpilot.quota.QuotaTable;
import cn.gdpilot.quota.Recommendation;
import cn.gdpilot.quota.Recommendations;
import cn.gdpilot.review.Assignment;
import cn.gdpilot.review.Average;
import cn.gdpilot.review.Criteria;
import cn.gdpilot.review.Expert;
import cn.gdpilot.review.Experts;
import cn.gdpilot.review.Merit;
import cn.gdpilot.review.MeritList;
import cn.gdpilot.review.MeritOrder;
import cn.gdpilot.review.Panel;
import cn.gdpilot.review.Panels;
import cn.gdpilot.review.Score;
import cn.gdpilot.review.Scores;
import cn.gdpilot.wording.Refusal;
import cn.gdpilot.wording.Texts;
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

    private final MeritOrder merits;
    private final Panels panels;
    private final Experts experts;
    private final Scores scores;
    private final Criteria criteria;
    private final Applications applications;
    private final Units units;
    private final QuotaTable quotas;
    private final Recommendations recommendations;

    MeritPage(
            MeritOrder merits,
            Panels panels,
            Experts experts,
            Scores scores,
            Criteria criteria,
            Applications applications,
            Units units,
            QuotaTable quotas,
            Recommendations recommendations) {
        this.merits = merits;
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
            @RequestParam(defaultValue = "MEAN") Average by,
            @RequestParam(defaultValue = "") String changed,
            @RequestParam(defaultValue = "") String total,
            Authentication signedIn,
            Model model) {
        UnitType level = level(officer(signedIn));
        int quota = quota(level);
        MeritList proposed = merits.proposed(round, level, by, quota);
        MeritList list = merits.moved(proposed, round, level);
        model.addAttribute("round", round);
        model.addAttribute("by", by);
        model.addAttribute("quota", quota);
        model.addAttribute("lines", list.order().stream().map(merit -> line(merit, list, proposed)).toList());
        model.addAttribute("moves", merits.moves(round, level));
        model.addAttribute("panels", panels.of(round, level).stream().map(this::progress).toList());
        model.addAttribute("scored", panels.of(round, level).stream().filter(Panel::closed).flatMap(this::scored).toList());
        model.addAttribute("openList", recommendations.find(round, Unit.DEPARTMENT)
                .filter(one -> level == UnitType.DEPARTMENT && one.open()).map(Recommendation::listVersion).orElse(null));
        try {
            whatIf(round, level, by, proposed, changed, total).ifPresent(effects -> model.addAttribute("effects", effects));
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
            @RequestParam(defaultValue = "MEAN") Average by,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String grounds,
            Authentication signedIn,
            Model model) {
        Actor officer = officer(signedIn);
        try {
            int to = place.strip().matches("\\d{1,4}") ? Integer.parseInt(place.strip()) : 0;
            merits.move(round, level(officer), by, quota(level(officer)), project.strip(), to, grounds, officer);
            model.addAttribute("told", Texts.of("merit.done"));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("grounds", grounds);
        }
        return show(round, by, "", "", signedIn, model);
    }

    /** Everything that the experts said of a project, once all are in. */
    @Recorded("scores.opened")
    @GetMapping("/{application}")
    String panel(@PathVariable String round, @PathVariable String application, Authentication signedIn, Model model) {
        Panel panel = panels.find(level(officer(signedIn)), application)
                .filter(one -> one.roundId().equals(round))
                .orElseThrow(() -> Refusal.notFound("merit.unknown"));
        model.addAttribute("panel", panel);
        model.addAttribute("project", applications.get(application));
        model.addAttribute("criteria", criteria.of(round));
        model.addAttribute("members", panels.members(panel.id()).stream()
                .map(one -> new Member(one, name(one.expert()), panel.closed() && one.state() == Assignment.State.SCORED ? scores.of(one.id()) : Map.of()))
                .toList());
        return "panel";
    }

    /** What another total of one expert would change; empty if none is asked for. */
    private Optional<List<Effect>> whatIf(
            String round, UnitType level, Average by, MeritList now, String assignment, String total) {
        if (assignment.isBlank()) {
            return Optional.empty();
        }
        if (!assignment.matches("\\d{1,15}") || !total.strip().matches("\\d{1,3}(\\.\\d{1,2})?") || Double.parseDouble(total.strip()) > 100) {
            throw Refusal.invalid("merit.total");
        }
        MeritList then = merits.proposed(
                round, level, by, now.quota(), Map.of(Long.parseLong(assignment), Double.parseDouble(total.strip())));
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
                proposed.tiedAtLine(merit),
                proposed.margin(merit));
    }

    private Progress progress(Panel panel) {
        List<Assignment> members = panels.members(panel.id());
        return new Progress(
                panel,
                applications.get(panel.applicationId()),
                members.stream().filter(one -> one.state() == Assignment.State.SCORED).count(),
                members.stream().filter(Assignment::open).count());
    }

    private Stream<Scored> scored(Panel panel) {
        return panels.members(panel.id()).stream()
                .filter(one -> one.state() == Assignment.State.SCORED)
                .map(one -> new Scored(one.id(), applications.get(panel.applicationId()).projectName(), name(one.expert()), one.total()));
    }

    /** Of one who has left the pool only the account is known. */
    private String name(String account) {
        return experts.find(account).map(Expert::name).orElse(account);
    }

    /** The ministry selects under no quota. */
    private int quota(UnitType level) {
        return level == UnitType.DEPARTMENT ? quotas.of(units.get(Unit.DEPARTMENT)).quota() : Integer.MAX_VALUE;
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

    /** How far a panel is. */
    record Progress(Panel panel, Application project, long scored, long waiting) {}

    /** A total that a "what if" may replace. */
    record Scored(long assignment, String project, String expert, double total) {}

    /** A project that would stand elsewhere. */
    record Effect(Application project, int was, int becomes, boolean wasWithin, boolean within) {}

    /** An expert of a panel with the scores, if they may be shown. */
    record Member(Assignment assignment, String name, Map<String, Score> scores) {}
}
