package cn.gdpilot.desk.application.acceptance.tables;

import cn.gdpilot.domain.dossier.ProjectSheet;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Markdown;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.identity.CurrentOfficer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes the sheet of an application that waits for its unit's decision: what the tables said of it last comes first. */
@Component
public class AcceptanceSheet {

    private final Applications applications;
    private final AcceptanceTrials trials;
    private final ProjectSheet sheets;
    private final CurrentOfficer officer;

    AcceptanceSheet(Applications applications, AcceptanceTrials trials, ProjectSheet sheets, CurrentOfficer officer) {
        this.officer = officer;
        this.applications = applications;
        this.trials = trials;
        this.sheets = sheets;
    }

    /** The sheet, as Markdown. */
    @ForModels(
            name = "受理审核说明",
            help = "审核人阅读的申报内容和规则表已发现的问题。",
            given = Given.APPLICATION,
            gives = "文本（Markdown），写入输入参数 view。",
            in = "application",
            written = true)
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
        if (trial.grounds() != null) {
            found.line(Texts.of("accept.tables-grounds", trial.person()), trial.grounds());
        }
        return found.render("");
    }

    /** Grounds that this officer had typed when the tables did not allow the acceptance; empty for all others. */
    @ForModels(
            name = "已写的受理理由",
            help = "规则表不允许受理时，原经办人已写的理由。",
            given = Given.APPLICATION,
            gives = "文本，作表单的默认值；对其他人为空。",
            in = "application",
            written = true)
    public String typed(String applicationId) {
        return own(applicationId).map(AcceptanceTrials.Trial::grounds).orElse("");
    }

    private Optional<AcceptanceTrials.Trial> own(String applicationId) {
        return trials.last(applications.get(applicationId))
                .filter(trial -> trial.person().equals(officer.actor().person()));
    }
}
