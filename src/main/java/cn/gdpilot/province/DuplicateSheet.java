package cn.gdpilot.province;

import cn.gdpilot.dossier.Markdown;
import cn.gdpilot.duplicate.DuplicatePair;
import cn.gdpilot.duplicate.DuplicatePairs;
import cn.gdpilot.duplicate.PairEvidence;
import cn.gdpilot.identity.Units;
import cn.gdpilot.project.Applicant;
import cn.gdpilot.project.Applicants;
import cn.gdpilot.project.Application;
import cn.gdpilot.project.Applications;
import cn.gdpilot.wording.Texts;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a form shows of a pair: both projects side by side, why they are suspected, the way to both dossiers. */
@Component("duplicateSheet")
public class DuplicateSheet {

    private final DuplicatePairs pairs;
    private final Applications applications;
    private final Applicants applicants;
    private final Units units;

    DuplicateSheet(
            DuplicatePairs pairs, Applications applications, Applicants applicants, Units units) {
        this.pairs = pairs;
        this.applications = applications;
        this.applicants = applicants;
        this.units = units;
    }

    /** What the task list shows beside the task's name: both projects' names. */
    public String subject(String pairId) {
        DuplicatePair pair = pairs.get(pairId);
        return applications.get(pair.firstId()).projectName() + " / " + applications.get(pair.secondId()).projectName();
    }

    /** The sheet of one pair, as Markdown. */
    public String of(String pairId) {
        DuplicatePair pair = pairs.get(pairId);
        Application first = applications.get(pair.firstId());
        Application second = applications.get(pair.secondId());
        Applicant firstBy = applicants.get(first.applicantId());
        Applicant secondBy = applicants.get(second.applicantId());
        PairEvidence evidence = pairs.evidence(pairId);
        return new Markdown()
                .heading(Texts.of("duplicate.heading"))
                .paragraph(pair.message())
                .line(Texts.of("duplicate.similarity"), Math.round(pair.similarity() * 100) + "%")
                .table(
                        Texts.words("duplicate.heads"),
                        List.of(
                                List.of(Texts.of("field.projectName"), first.projectName(), second.projectName()),
                                List.of(Texts.of("field.applicant"), firstBy.name(), secondBy.name()),
                                List.of(Texts.of("field.creditCode"), firstBy.creditCode(), secondBy.creditCode()),
                                List.of(Texts.of("field.direction"), first.direction(), second.direction()),
                                List.of(
                                        Texts.of("field.unit"),
                                        units.get(first.unitId()).name(),
                                        units.get(second.unitId()).name())))
                .line(Texts.of("duplicate.equal"), Texts.of(
                        "duplicate.equal-text",
                        Texts.label("yesno", evidence.sameCode()),
                        Texts.label("yesno", evidence.sameApplicant()),
                        Texts.label("yesno", evidence.sameDirection()),
                        evidence.sharedFiles()))
                .line(Texts.of("duplicate.differs"), differs(evidence))
                .link(Texts.of("duplicate.compare"), "/desk/duplicates/" + pairId)
                .link(Texts.of("duplicate.first", first.id()), "/dossier/" + first.id())
                .link(Texts.of("duplicate.second", second.id()), "/dossier/" + second.id())
                .render("");
    }

    private static String differs(PairEvidence evidence) {
        return evidence.excluding().isEmpty()
                ? Texts.of("duplicate.nothing-differs")
                : evidence.excluding().stream()
                        .map(one -> Texts.of("duplicate.difference", Texts.label("contrast", one.group()), one.first(), one.second()))
                        .collect(Collectors.joining("；"));
    }
}
