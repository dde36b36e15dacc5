package cn.gdpilot.platform.engine.identity;

import cn.gdpilot.domain.identity.Group;
import cn.gdpilot.domain.scoring.DemoExperts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the demo start: one for each group, named like it, five applicants, and enough experts; never in production. */
@Component
@Profile("!production")
public class DemoPeople {

    /** How the invented credit codes of the demo's applicants begin; 3 digits and the check character follow. */
    public static final String CREDIT_CODES = "91440101MADEM0";

    private final Groups groups;
    private final DemoOfficers officers;
    private final DemoExperts experts;
    private final DemoApplicants applicants;

    DemoPeople(Groups groups, DemoOfficers officers, DemoExperts experts, DemoApplicants applicants) {
        this.groups = groups;
        this.officers = officers;
        this.experts = experts;
        this.applicants = applicants;
    }

    /** Makes those that are missing. */
    @Transactional
    public void make() {
        groups.all().forEach((group, label) -> officers.make(group, label, group));
        // A blind review takes more than one expert.
        experts.enter().forEach((account, name) -> officers.make(account, name, Group.EXPERT));
        applicants.make();
    }
}
