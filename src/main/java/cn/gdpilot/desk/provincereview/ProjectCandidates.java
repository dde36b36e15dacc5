package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.duplicate.Candidate;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.pilot.Pilot;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Applications of the round, and pilots of earlier ones, as the search for duplicates sees them. */
@Component
class ProjectCandidates {

    private static final String PILOT = "PILOT";

    private final Applicants applicants;
    private final Materials materials;

    ProjectCandidates(Applicants applicants, Materials materials) {
        this.applicants = applicants;
        this.materials = materials;
    }

    /** A pilot; its direction is known where its application stands here. */
    Candidate of(Pilot pilot, Application led) {
        return new Candidate(
                PILOT + pilot.id(),
                pilot.creditCode(),
                pilot.applicantName(),
                pilot.projectName(),
                led == null ? null : led.direction(),
                PILOT,
                Set.of());
    }

    Candidate of(Application application) {
        Applicant applicant = applicants.get(application.applicantId());
        return new Candidate(
                application.id(),
                applicant.creditCode(),
                applicant.name(),
                application.projectName(),
                application.direction(),
                application.channel().name(),
                materials.of(application.id()).stream().map(Material::sha256).collect(Collectors.toSet()));
    }
}
