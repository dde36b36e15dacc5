package cn.gdpilot.desk.application;

import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.extra.ExtraFact;
import cn.gdpilot.domain.project.extra.ExtraFacts;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks every table about an application: what an applicant sees before, and what submission holds. */
@Component
public class SelfCheck {

    private final OwnApplications own;
    private final Applicants applicants;
    private final Materials materials;
    private final ConditionsCheck conditions;
    private final LimitsCheck limits;
    private final MaterialsCheck required;
    private final PapersCheck papers;
    private final ExtraFacts extra;

    SelfCheck(
            OwnApplications own,
            Applicants applicants,
            Materials materials,
            ConditionsCheck conditions,
            LimitsCheck limits,
            MaterialsCheck required,
            PapersCheck papers,
            ExtraFacts extra) {
        this.extra = extra;
        this.own = own;
        this.applicants = applicants;
        this.materials = materials;
        this.conditions = conditions;
        this.limits = limits;
        this.required = required;
        this.papers = papers;
    }

    /** Everything that is found now; empty = nothing. */
    List<Finding> of(Application application) {
        return beside(application).stream().map(CheckedFinding::finding).toList();
    }

    /**
     * The findings that an applicant would read if its application were submitted now.
     *
     * @throws cn.gdpilot.domain.text.Refusal if it is not that applicant's
     */
    @Transactional(readOnly = true)
    public List<CheckedFinding> ofOwn(long applicantId, String id) {
        return beside(own.get(applicantId, id));
    }

    /** Everything that is found now, each finding with the field or material that mends it. */
    public List<CheckedFinding> beside(Application application) {
        Applicant applicant = applicants.get(application.applicantId());
        List<CheckedFinding> all = new ArrayList<>();
        List<ExtraFact> asked = extra.of(application.roundId());
        conditions.of(application, applicant).forEach(finding -> all.add(Mending.of(finding, asked)));
        limits.of(application).forEach(finding -> all.add(Mending.of(finding)));
        List<Material> files = materials.of(application.id());
        all.addAll(required.of(application, applicant, files));
        all.addAll(papers.of(application, applicant, files));
        return all;
    }

    /** True if the applicant's other applications leave no place for this one now (R2.8–R2.10). */
    public boolean exceedsLimits(Application application) {
        return limits.of(application).stream().anyMatch(Finding::refuses);
    }
}
