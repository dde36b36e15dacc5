package cn.gdpilot.expert;

import cn.gdpilot.dossier.DossierReader;
import cn.gdpilot.identity.Person;
import cn.gdpilot.project.Application;
import cn.gdpilot.review.Panels;
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
        return person.groups().contains("expert") && panels.mayRead(person.username(), application.id());
    }
}
