package cn.gdpilot.dossier;

import cn.gdpilot.audit.TimelineEntry;
import cn.gdpilot.project.ApplicationState;
import cn.gdpilot.wording.Texts;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which grounds of a step its applicant may read: {@code ${@shownGrounds.of(entry)}}; its officers read all of them. */
@Component("shownGrounds")
public class ShownGrounds {

    private static final String DUPLICATE = ApplicationState.DUPLICATE.name();

    private final Set<ApplicationState> hidden;

    /** @param hidden states whose grounds stay with the office that decided */
    ShownGrounds(@Value("${pilot.results.hidden-grounds}") Set<ApplicationState> hidden) {
        this.hidden = hidden;
    }

    /**
     * The grounds as the applicant reads them; null where there are none. What is said of a duplicate may tell of the other
     * project and of who applied for it: that never leaves the office.
     */
    public String of(TimelineEntry entry) {
        if (DUPLICATE.equals(entry.toState())) {
            return Texts.of("outcome.duplicate");
        }
        if (DUPLICATE.equals(entry.fromState()) && ApplicationState.REVIEWED.name().equals(entry.toState())) {
            return Texts.of("outcome.duplicate-no-more");
        }
        boolean given = entry.grounds() != null && !entry.grounds().isBlank();
        return given && hidden.contains(ApplicationState.valueOf(entry.toState())) ? Texts.of("outcome.hidden") : entry.grounds();
    }
}
