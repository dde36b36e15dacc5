package cn.gdpilot.desk.expertreview;

import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.Recorded;
import cn.gdpilot.domain.scoring.Assignment;
import cn.gdpilot.domain.scoring.Criteria;
import cn.gdpilot.domain.scoring.Panel;
import cn.gdpilot.domain.scoring.Panels;
import cn.gdpilot.domain.scoring.Score;
import cn.gdpilot.domain.scoring.Scores;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The panel of one project: its experts, what they said once all are in, and how an officer takes one off. */
@Controller
@RequestMapping("/desk/merit/{round}/{application}")
class PanelPage {

    private final ExpertDesk desk;
    private final Panels panels;
    private final PanelProgress progress;
    private final Scores scores;
    private final Criteria criteria;
    private final Applications applications;

    PanelPage(
            ExpertDesk desk,
            Panels panels,
            PanelProgress progress,
            Scores scores,
            Criteria criteria,
            Applications applications) {
        this.desk = desk;
        this.panels = panels;
        this.progress = progress;
        this.scores = scores;
        this.criteria = criteria;
        this.applications = applications;
    }

    /** Everything that the experts said of a project, once all are in. */
    @Recorded("scores.opened")
    @GetMapping
    String show(@PathVariable String round, @PathVariable String application, Authentication signedIn, Model model) {
        Panel panel = panelOf(round, application, MeritOfficer.of(signedIn));
        model.addAttribute("panel", panel);
        model.addAttribute("project", applications.get(application));
        model.addAttribute("criteria", criteria.of(round));
        model.addAttribute(
                "members",
                panels.members(panel.id()).stream()
                        .map(one -> new Member(
                                one,
                                progress.name(one.expert()),
                                panel.closed() && one.state() == Assignment.State.SCORED
                                        ? scores.of(one.id())
                                        : Map.of()))
                        .toList());
        return "panel";
    }

    /** Takes an expert off a panel of the officer's level; a further one is asked. */
    @PostMapping("/experts/{assignment}")
    String remove(
            @PathVariable String round,
            @PathVariable String application,
            @PathVariable long assignment,
            @RequestParam(defaultValue = "") String grounds,
            Authentication signedIn,
            Model model) {
        MeritOfficer officer = MeritOfficer.of(signedIn);
        Panel panel = panelOf(round, application, officer);
        try {
            panels.members(panel.id()).stream()
                    .filter(one -> one.id() == assignment)
                    .findFirst()
                    .orElseThrow(() -> Refusal.notFound("expert.unknown"));
            desk.remove(assignment, grounds, officer.actor());
            model.addAttribute("told", Texts.of("expert.removed"));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
        }
        return show(round, application, signedIn, model);
    }

    private Panel panelOf(String round, String application, MeritOfficer officer) {
        return panels.find(officer.level(), application)
                .filter(one -> one.roundId().equals(round))
                .orElseThrow(() -> Refusal.notFound("merit.unknown"));
    }

    /** An expert of a panel with the scores, if they may be shown. */
    record Member(Assignment assignment, String name, Map<String, Score> scores) {}
}
