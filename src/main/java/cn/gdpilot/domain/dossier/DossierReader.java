package cn.gdpilot.domain.dossier;

import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.project.Application;

/** A reason of its own to read a dossier, beside the unit's: whoever knows of one says so as a bean. */
public interface DossierReader {

    /** True if the person may read all of that application. */
    boolean mayRead(Person person, Application application);
}
