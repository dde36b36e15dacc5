package cn.gdpilot.desk.objection;

import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.publicity.PublicProject;
import cn.gdpilot.domain.publicity.Publicities;
import cn.gdpilot.domain.publicity.Publicity;
import java.util.List;
import org.springframework.stereotype.Component;

/** The projects of a public list, as the public sees them. */
@Component
class PublicProjects {

    private final Publicities publicities;
    private final Applications applications;
    private final Applicants applicants;
    private final Units units;

    PublicProjects(Publicities publicities, Applications applications, Applicants applicants, Units units) {
        this.publicities = publicities;
        this.applications = applications;
        this.applicants = applicants;
        this.units = units;
    }

    /** In the order of the list. */
    List<Place> of(Publicity list) {
        return publicities.projects(list.id()).stream()
                .map(one -> place(one, applications.get(one.applicationId())))
                .toList();
    }

    private Place place(PublicProject one, Application project) {
        return new Place(
                one,
                project.projectName(),
                applicants.get(project.applicantId()).name(),
                units.get(project.unitId()).name(),
                project.state() == ApplicationState.WITHDRAWN);
    }

    /** A project as the public sees it. */
    record Place(PublicProject listed, String project, String applicant, String unit, boolean withdrawn) {}
}
