package cn.gdpilot.desk.application.acceptance.tables;

import cn.gdpilot.domain.dossier.ProjectSheet;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Markdown;
import cn.gdpilot.domain.text.Texts;
import org.springframework.stereotype.Component;

/** Writes the sheet of an application that waits for its unit's decision: what the tables said of it last comes first. */
@Component
public class AcceptanceSheet {

    private final Applications applications;
    private final AcceptanceTrials trials;
    private final ProjectSheet sheets;

    AcceptanceSheet(Applications applications, AcceptanceTrials trials, ProjectSheet sheets) {
        this.applications = applications;
        this.trials = trials;
        this.sheets = sheets;
    }

    /** The sheet, as Markdown. */
    public String of(String applicationId) {
        String sheet = sheets.of(applicationId);
        return trials.last(applications.get(applicationId))
                .map(trial -> found(trial) + "\n\n" + sheet)
                .orElse(sheet);
    }

    private static String found(AcceptanceTrials.Trial trial) {
        Markdown found =
                new Markdown().heading(Texts.of("accept.tables-heading")).paragraph(Texts.of("accept.tables-found"));
        trial.found().lines().forEach(found::paragraph);
        return found.render("");
    }

    /** What the officer had typed when the tables did not allow the acceptance; empty if there was nothing. */
    public String typed(String applicationId) {
        return trials.last(applications.get(applicationId))
                .map(AcceptanceTrials.Trial::grounds)
                .orElse("");
    }
}
