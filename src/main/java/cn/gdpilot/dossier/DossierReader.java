package cn.gdpilot.dossier;

import cn.gdpilot.identity.Person;
import cn.gdpilot.project.Application;

/** A reason of its own to read a dossier, beside the unit's: whoever knows of one says so as a bean. */
public interface DossierReader {

    /** True if the person may read all of that application. */
    boolean mayRead(Person person, Application application);
}
