package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.identity.UnitType;
import cn.gdpilot.domain.project.Application;
import java.util.Set;

/** The channels whose recommendations the Department does not repeat (R3.7). */
final class PastDepartment {

    private static final Set<UnitType> CHANNELS = Set.of(UnitType.COMMS_ADMIN, UnitType.CENTRAL);

    private PastDepartment() {}

    static boolean goes(Application application) {
        return CHANNELS.contains(application.channel());
    }

    /** True if it goes past the Department and has not ended, so that the Department's project yields (R3.7). */
    static boolean standsFor(Application application) {
        return goes(application) && !application.state().over();
    }

    /** If one project comes twice, R3.7 holds only where the other one goes past the Department; else it is R2.10. */
    static String ruleFor(Application stands) {
        return goes(stands) ? "R3.7" : "R2.10";
    }
}
