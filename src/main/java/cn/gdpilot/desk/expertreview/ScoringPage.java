package cn.gdpilot.desk.expertreview;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Recorded;
import cn.gdpilot.domain.scoring.Assignment;
import cn.gdpilot.domain.scoring.Criteria;
import cn.gdpilot.domain.scoring.ExpertReview;
import cn.gdpilot.domain.scoring.Panel;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.domain.scoring.Scores;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An expert's own desk: what is to be scored, the declaration before reading, and the form beside the material. */
@Controller
@RequestMapping("/desk/reviews")
class ScoringPage {

    private final ExpertDesk desk;
    private final ExpertReview review;
    private final Panels panels;
    private final Scores scores;
    private final Criteria criteria;
    private final Applications applications;
    private final Applicants applicants;
    private final Materials materials;

    ScoringPage(
            ExpertDesk desk,
            ExpertReview review,
            Panels panels,
            Scores scores,
            Criteria criteria,
            Applications applications,
            Applicants applicants,
            Materials materials) {
        this.desk = desk;
        this.review = review;
        this.panels = panels;
        this.scores = scores;
        this.criteria = criteria;
        this.applications = applications;
        this.applicants = applicants;
        this.materials = materials;
    }

    @GetMapping
    String mine(Authentication signedIn, Model model) {
        Actor expert = expert(signedIn);
        List<Line> lines =
                panels.ofExpert(expert.person()).stream().map(this::line).toList();
        model.addAttribute(
                "open", lines.stream().filter(line -> line.assignment().open()).toList());
        model.addAttribute(
                "done", lines.stream().filter(line -> !line.assignment().open()).toList());
        return "reviews";
    }

    @Recorded("review.opened")
    @GetMapping("/{assignment}")
    String show(@PathVariable long assignment, Authentication signedIn, Model model) {
        Assignment mine = own(assignment, expert(signedIn));
        Panel panel = panels.get(mine.panelId());
        Application application = applications.get(panel.applicationId());
        model.addAttribute("assignment", mine);
        model.addAttribute("project", application);
        model.addAttribute("applicant", applicants.get(application.applicantId()));
        model.addAttribute("criteria", criteria.of(panel.roundId()));
        model.addAttribute("materials", mine.mayRead() ? materials.of(application.id()) : List.of());
        model.addAttribute("scores", scores.of(mine.id()));
        model.addAttribute("mayStepBack", mine.open() || mine.state() == Assignment.State.SCORED && !panel.closed());
        model.addAttribute(
                "others", panel.closed() && mine.state() == Assignment.State.SCORED ? others(panel, mine) : List.of());
        return "scoring";
    }

    /** One step of the expert: UNBIASED, BIASED, SAVE or SUBMIT. */
    @PostMapping("/{assignment}")
    String act(
            @PathVariable long assignment,
            @RequestParam(defaultValue = "") String action,
            @RequestParam Map<String, String> fields,
            Authentication signedIn,
            Model model) {
        Actor expert = expert(signedIn);
        own(assignment, expert);
        try {
            if (took(assignment, action, fields, expert)) {
                model.addAttribute("told", Texts.of("review.done." + action));
            } else {
                model.addAttribute(
                        "refusal",
                        Refusal.conflict(
                                "expert.may-not",
                                panels.assignment(assignment).orElseThrow().reason()));
            }
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("entered", fields);
        }
        return show(assignment, signedIn, model);
    }

    /** False if the assignment has ended instead, since the expert may not go on. */
    private boolean took(long assignment, String action, Map<String, String> fields, Actor expert) {
        return switch (action) {
            case "UNBIASED" -> desk.declareUnbiased(assignment, expert);
            case "BIASED" -> {
                desk.declareBiased(assignment, fields.get("reason"), expert);
                yield true;
            }
            case "SAVE" -> {
                review.saveDraft(assignment, ScoreForm.of(fields), expert);
                yield true;
            }
            case "SUBMIT" -> desk.handIn(assignment, ScoreForm.of(fields), expert);
            default -> throw Refusal.invalid("task.outcome");
        };
    }

    private Assignment own(long assignment, Actor expert) {
        return panels.assignment(assignment)
                .filter(one -> one.expert().equals(expert.person()))
                .orElseThrow(() -> Refusal.notFound("expert.unknown"));
    }

    private List<Double> others(Panel panel, Assignment mine) {
        return panels.members(panel.id()).stream()
                .filter(one -> one.id() != mine.id() && one.state() == Assignment.State.SCORED)
                .map(Assignment::total)
                .toList();
    }

    private Line line(Assignment assignment) {
        return new Line(
                assignment, applications.get(panels.get(assignment.panelId()).applicationId()));
    }

    private static Actor expert(Authentication signedIn) {
        Person person = Person.of(signedIn);
        if (!person.groups().contains(Group.EXPERT)) {
            throw Refusal.forbidden("expert.not-yours");
        }
        return new Actor(person.username(), null);
    }

    /** A project on the expert's list. */
    record Line(Assignment assignment, Application project) {}
}
