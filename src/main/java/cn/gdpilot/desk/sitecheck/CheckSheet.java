package cn.gdpilot.desk.sitecheck;

import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.dossier.ProjectSheet;
import cn.gdpilot.domain.opinion.CheckKind;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Markdown;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.instances.Instances;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the model asks about further checks: {@code ${checkSheet.due(campaignId)}}. */
@Component
public class CheckSheet {

    private final CheckDesk desk;
    private final Applications applications;
    private final ProjectSheet sheets;
    private final Rounds rounds;
    private final Instances instances;

    CheckSheet(CheckDesk desk, Applications applications, ProjectSheet sheets, Rounds rounds, Instances instances) {
        this.desk = desk;
        this.applications = applications;
        this.sheets = sheets;
        this.rounds = rounds;
        this.instances = instances;
    }

    /**
     * What is still to be checked of the round's projects and nobody is asked for yet, a key each; empty where the round
     * makes no checks. The round stays locked, so that two reviews beside each other never ask for one check.
     */
    @ForModels(
            name = "待核查事项",
            help = "尚须核查且无人承办的各项，用作循环的集合。",
            given = Given.CAMPAIGN,
            gives = "核查编号的列表；本批次不核查时为空。",
            in = "province-review")
    public List<String> due(String campaignId) {
        rounds.lock(campaignId);
        return desk.allDue(campaignId).stream().filter(key -> !isAsked(key)).toList();
    }

    private boolean isAsked(String checkKey) {
        return instances.isRunning(ChecksAsked.PROCESS, checkKey);
    }

    /** The project that a check is about. */
    @ForModels(name = "核查的项目", help = "一项核查所属的项目。", given = Given.CHECK, gives = "申请编号。", in = "province-review")
    public String project(String checkKey) {
        return applicationId(checkKey);
    }

    static String applicationId(String checkKey) {
        return checkKey.substring(0, checkKey.indexOf('/'));
    }

    /** What the task list shows beside the task's name. */
    @ForModels(
            name = "核查标题",
            help = "任务列表中显示在任务名旁的核查种类和项目名称。",
            given = Given.CHECK,
            gives = "文本，写入输入参数 subject。",
            in = "site-check",
            written = true)
    public String subject(String checkKey) {
        return Texts.of(
                "check.subject",
                Texts.label("check", kind(checkKey)),
                applications.get(project(checkKey)).projectName());
    }

    /** Which check it is and the sheet of the project, as Markdown. */
    @ForModels(
            name = "核查说明",
            help = "核查人阅读的核查种类和项目。",
            given = Given.CHECK,
            gives = "文本（Markdown），写入输入参数 view。",
            in = "site-check",
            written = true)
    public String of(String checkKey) {
        return new Markdown()
                        .heading(Texts.of("check.heading", Texts.label("check", kind(checkKey))))
                        .paragraph(Texts.of("check.how", Texts.label("check", kind(checkKey))))
                        .render("")
                + sheets.of(project(checkKey));
    }

    static CheckKind kind(String checkKey) {
        return CheckKind.valueOf(checkKey.substring(checkKey.indexOf('/') + 1));
    }
}
