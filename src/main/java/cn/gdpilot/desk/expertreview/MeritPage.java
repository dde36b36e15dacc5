package cn.gdpilot.desk.expertreview;

import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.scoring.Average;
import cn.gdpilot.domain.scoring.Merit;
import cn.gdpilot.domain.scoring.MeritList;
import cn.gdpilot.domain.scoring.MeritOrder;
import cn.gdpilot.domain.scoring.MeritSnapshot;
import cn.gdpilot.domain.scoring.MeritSnapshots;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
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
    private final MeritSnapshots snapshots;
    private final MeritQuota quotas;
    private final PanelProgress panels;
    private final WhatIf whatIf;
    private final Applications applications;

    MeritPage(
            MeritOrder merits,
            MeritSnapshots snapshots,
            MeritQuota quotas,
            PanelProgress panels,
            WhatIf whatIf,
            Applications applications) {
        this.merits = merits;
        this.snapshots = snapshots;
        this.quotas = quotas;
        this.panels = panels;
        this.whatIf = whatIf;
        this.applications = applications;
    }

    @GetMapping
    String show(
            @PathVariable String round,
            @RequestParam(required = false) Average by,
            @RequestParam(defaultValue = "") String changed,
            @RequestParam(defaultValue = "") String total,
            Authentication signedIn,
            Model model) {
        UnitType level = MeritOfficer.of(signedIn).level();
        int quota = quotas.of(round, level);
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
        model.addAttribute("panels", panels.of(round, level));
        model.addAttribute("scored", panels.scored(round, level));
        model.addAttribute("openList", quotas.openList(round, level).orElse(null));
        try {
            whatIf.of(round, level, shown, list, changed, total)
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
        MeritOfficer officer = MeritOfficer.of(signedIn);
        try {
            int to = place.strip().matches("\\d{1,4}") ? Integer.parseInt(place.strip()) : 0;
            merits.move(
                    round,
                    officer.level(),
                    quotas.of(round, officer.level()),
                    project.strip(),
                    to,
                    grounds,
                    officer.actor());
            model.addAttribute("told", Texts.of("merit.done"));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("grounds", grounds);
        }
        return show(round, null, "", "", signedIn, model);
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
}
