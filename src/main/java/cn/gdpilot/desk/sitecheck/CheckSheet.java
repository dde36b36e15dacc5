package cn.gdpilot.desk.sitecheck;

import cn.gdpilot.domain.dossier.ProjectSheet;
import cn.gdpilot.domain.opinion.CheckKind;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the model asks about further checks: {@code ${checkSheet.due(campaignId)}}. */
@Component
public class CheckSheet {

    private final CheckDesk desk;
    private final Applications applications;
    private final ProjectSheet sheets;

    CheckSheet(CheckDesk desk, Applications applications, ProjectSheet sheets) {
        this.desk = desk;
        this.applications = applications;
        this.sheets = sheets;
    }

    /** What is still to be checked of the round's projects, a key each; empty where the round makes no checks. */
    public List<String> due(String campaignId) {
        return desk.allDue(campaignId);
    }

    /** The project that a check is about. */
    public String project(String checkKey) {
        return checkKey.substring(0, checkKey.indexOf('/'));
    }

    /** What the task list shows beside the task's name. */
    public String subject(String checkKey) {
        return Texts.of(
                "check.subject",
                Texts.label("check", kind(checkKey)),
                applications.get(project(checkKey)).projectName());
    }

    /** The sheet of the project, as Markdown. */
    public String of(String checkKey) {
        return sheets.of(project(checkKey));
    }

    static CheckKind kind(String checkKey) {
        return CheckKind.valueOf(checkKey.substring(checkKey.indexOf('/') + 1));
    }
}
