package cn.gdpilot.desk.expertreview;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.opinion.CheckKind;
import cn.gdpilot.domain.opinion.ProjectChecks;
import cn.gdpilot.domain.project.direction.Directions;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.RecordBook;
import cn.gdpilot.domain.record.RecordEvent;
import cn.gdpilot.domain.scoring.Average;
import cn.gdpilot.domain.scoring.Criteria;
import cn.gdpilot.domain.scoring.Expert;
import cn.gdpilot.domain.scoring.Experts;
import cn.gdpilot.domain.scoring.ReviewPlan;
import cn.gdpilot.domain.scoring.ReviewPlans;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pool of experts, and how the officer's own level lets them score in a round. */
@Controller
@RequestMapping("/desk/experts")
class PoolPage {

    private final Experts experts;
    private final ReviewPlans plans;
    private final Criteria criteria;
    private final ProjectChecks checks;
    private final Directions directions;
    private final Rounds rounds;
    private final RecordBook book;

    PoolPage(
            Experts experts,
            ReviewPlans plans,
            Criteria criteria,
            ProjectChecks checks,
            Directions directions,
            Rounds rounds,
            RecordBook book) {
        this.checks = checks;
        this.experts = experts;
        this.plans = plans;
        this.criteria = criteria;
        this.directions = directions;
        this.rounds = rounds;
        this.book = book;
    }

    /** The pool, with the round that is open now, else the newest. */
    @GetMapping
    String show(@RequestParam(defaultValue = "") String account, Authentication signedIn, Model model) {
        return page(rounds.shown(), account, signedIn, model);
    }

    /** The same with a round of one's choice. */
    @GetMapping("/{round}")
    String show(
            @PathVariable String round,
            @RequestParam(defaultValue = "") String account,
            Authentication signedIn,
            Model model) {
        officer(signedIn);
        return page(Optional.of(known(round)), account, signedIn, model);
    }

    private String page(Optional<Round> round, String account, Authentication signedIn, Model model) {
        Actor officer = officer(signedIn);
        model.addAttribute("experts", experts.all());
        model.addAttribute("edited", experts.find(account).orElse(null));
        model.addAttribute("round", round.orElse(null));
        model.addAttribute(
                "plan", round.map(one -> plans.of(one.id(), level(officer))).orElse(null));
        model.addAttribute("criteria", round.map(one -> criteria.of(one.id())).orElse(null));
        model.addAttribute("directions", directions.all());
        model.addAttribute(
                "checks",
                round.filter(one -> officer.office().equals(Unit.DEPARTMENT))
                        .map(this::checks)
                        .orElse(null));
        return "experts";
    }

    /** Enters or changes an expert. */
    @PostMapping
    String enter(@RequestParam Map<String, String> fields, Authentication signedIn, Model model) {
        Actor officer = officer(signedIn);
        try {
            Expert expert = expert(fields);
            experts.enter(expert);
            book.write(RecordEvent.of(officer, "expert.entered", expert.account(), null));
            model.addAttribute("told", Texts.of("expert.entered", expert.name()));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("entered", fields);
        }
        return show(fields.getOrDefault("account", ""), signedIn, model);
    }

    /** Sets how the officer's level lets experts score in a round, the open one unless another is named. */
    @PostMapping("/plan")
    String plan(@RequestParam Map<String, String> fields, Authentication signedIn, Model model) {
        Actor officer = officer(signedIn);
        Round round = named(fields);
        try {
            ReviewPlan plan = new ReviewPlan(
                    round.id(),
                    level(officer),
                    "true".equals(fields.get("organised")),
                    figure(fields.get("experts")),
                    figure(fields.get("spread")),
                    figure(fields.get("answerDays")),
                    "true".equals(fields.get("sameCityBars")),
                    "TRIMMED".equals(fields.get("average")) ? Average.TRIMMED : Average.MEAN);
            plans.write(plan);
            book.write(RecordEvent.of(
                    officer,
                    "expert.plan",
                    round.id(),
                    Texts.of(
                            "plan.recorded",
                            Texts.label("yesno", plan.organised()),
                            plan.experts(),
                            plan.spread(),
                            plan.answerDays(),
                            Texts.label("yesno", plan.sameCityBars()),
                            Texts.label("average", plan.average()))));
            model.addAttribute("told", Texts.of("plan.set"));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
        }
        return page(Optional.of(round), "", signedIn, model);
    }

    /** Sets which further checks the Department makes of a round's projects. */
    @PostMapping("/checks")
    String checks(@RequestParam Map<String, String> fields, Authentication signedIn, Model model) {
        Actor officer = officer(signedIn);
        if (!officer.office().equals(Unit.DEPARTMENT)) {
            throw Refusal.forbidden("check.not-yours");
        }
        Round round = named(fields);
        boolean visit = "true".equals(fields.get("siteVisit"));
        boolean legal = "true".equals(fields.get("legalCheck"));
        checks.organise(round.id(), CheckKind.SITE_VISIT, visit);
        checks.organise(round.id(), CheckKind.LEGAL_CHECK, legal);
        book.write(RecordEvent.of(
                officer,
                "check.plan",
                round.id(),
                Texts.of("check.recorded", Texts.label("yesno", visit), Texts.label("yesno", legal))));
        model.addAttribute("told", Texts.of("check.set"));
        return page(Optional.of(round), "", signedIn, model);
    }

    /** The round that the form was about; one that is over is only to be read. */
    private Round named(Map<String, String> fields) {
        String id = given(fields, "round");
        Round round = id.isEmpty() ? rounds.current().orElseThrow(() -> Refusal.notFound("round.none")) : known(id);
        if (!round.open()) {
            throw Refusal.conflict("round.closed");
        }
        return round;
    }

    private Round known(String id) {
        try {
            return rounds.get(id);
        } catch (NoSuchElementException none) {
            throw Refusal.notFound("round.none");
        }
    }

    private Map<String, Boolean> checks(Round round) {
        List<CheckKind> on = checks.organised(round.id());
        return Arrays.stream(CheckKind.values()).collect(Collectors.toMap(CheckKind::name, on::contains));
    }

    private static int figure(String text) {
        return text != null && text.strip().matches("\\d{1,3}") ? Integer.parseInt(text.strip()) : 0;
    }

    private static Expert expert(Map<String, String> fields) {
        String code = given(fields, "employerCode");
        return new Expert(
                given(fields, "account"),
                given(fields, "name"),
                given(fields, "employer"),
                code.isEmpty() ? null : code.toUpperCase(),
                given(fields, "city"),
                given(fields, "email"),
                given(fields, "fields"),
                given(fields, "interests"),
                !"false".equals(fields.get("active")));
    }

    private static String given(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }

    private static UnitType level(Actor officer) {
        return officer.office().equals(Unit.MINISTRY) ? UnitType.MINISTRY : UnitType.DEPARTMENT;
    }

    private static Actor officer(Authentication signedIn) {
        Person person = Person.of(signedIn);
        if (!person.worksFor(Unit.DEPARTMENT) && !person.worksFor(Unit.MINISTRY)) {
            throw Refusal.forbidden("expert.pool-not-yours");
        }
        return new Actor(person.username(), person.office());
    }
}
