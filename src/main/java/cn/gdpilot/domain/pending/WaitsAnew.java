package cn.gdpilot.domain.pending;

import cn.gdpilot.domain.project.Application;

/** Lets a process wait again for an application that nothing waits for: a port for the desk of applications. */
public interface WaitsAnew {

    /** Begins an instance where the application is: with its unit, or with its applicant for correction. */
    void waitFor(Application application);
}
