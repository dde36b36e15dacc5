package cn.gdpilot.province;

import cn.gdpilot.dossier.Material;
import cn.gdpilot.dossier.Materials;
import cn.gdpilot.duplicate.Candidate;
import cn.gdpilot.project.Applicant;
import cn.gdpilot.project.Applicants;
import cn.gdpilot.project.Application;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Applications as the search for duplicates sees them. */
@Component
class ProjectCandidates {

    private final Applicants applicants;
    private final Materials materials;

    ProjectCandidates(Applicants applicants, Materials materials) {
        this.applicants = applicants;
        this.materials = materials;
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
