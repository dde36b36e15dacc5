package cn.gdpilot.domain.dossier;

import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.objection.Objections;
import cn.gdpilot.domain.opinion.Corrections;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.record.TimelineEntry;
import cn.gdpilot.domain.scoring.MeritSnapshots;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the dossier shows of the judgement of a project: corrections, opinions, objections, scores, and each step. */
@Component
class Judged {

    private final Corrections corrections;
    private final Opinions opinions;
    private final Objections objections;
    private final MeritSnapshots merits;
    private final Timeline timeline;
    private final DecisionBasis basis;
    private final CaseNotes notes;

    Judged(
            Corrections corrections,
            Opinions opinions,
            Objections objections,
            MeritSnapshots merits,
            Timeline timeline,
            DecisionBasis basis,
            CaseNotes notes) {
        this.notes = notes;
        this.corrections = corrections;
        this.opinions = opinions;
        this.objections = objections;
        this.merits = merits;
        this.timeline = timeline;
        this.basis = basis;
    }

    /** @param person reader; objections and the order of merit are for offices, since experts score blind */
    void add(Application application, int version, Person person, Model model) {
        String id = application.id();
        boolean office = person.office() != null;
        model.addAttribute("asked", corrections.of(id, version - 1));
        model.addAttribute("opinions", opinions.of(id));
        model.addAttribute("objections", office ? objections.ofProject(id) : List.of());
        model.addAttribute("merits", office ? merits.ofProject(id) : List.of());
        model.addAttribute("ownOpinions", office ? notes.opinions(application) : List.of());
        model.addAttribute("formAnswers", office ? notes.answers(application) : List.of());
        List<TimelineEntry> steps = timeline.of(id);
        model.addAttribute("timeline", steps);
        model.addAttribute("basis", basis.of(application, steps));
    }
}
