package cn.gdpilot.desk.expertreview;

import cn.gdpilot.domain.dossier.DossierReader;
import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.scoring.Panels;
import org.springframework.stereotype.Component;

/** An expert reads the dossiers of the projects that it was asked to score and has declared to be unbiased about. */
@Component
class AssignedDossiers implements DossierReader {

    private final Panels panels;

    AssignedDossiers(Panels panels) {
        this.panels = panels;
    }

    @Override
    public boolean mayRead(Person person, Application application) {
        return person.groups().contains(Group.EXPERT) && panels.mayRead(person.username(), application.id());
    }
}
