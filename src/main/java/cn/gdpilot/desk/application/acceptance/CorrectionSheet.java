package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.domain.calendar.Times;
import cn.gdpilot.domain.deadline.correction.CorrectionDates;
import cn.gdpilot.domain.dossier.ProjectSheet;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.record.TimelineEntry;
import cn.gdpilot.domain.text.Markdown;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import org.springframework.stereotype.Component;

/** Writes the sheet for the person who decides whether the unit waits on: the points to correct, the day, the consequence. */
@Component
public class CorrectionSheet {

    private final Applications applications;
    private final CorrectionDates dates;
    private final LastReturn returns;
    private final ProjectSheet sheets;
    private final Times times;

    CorrectionSheet(
            Applications applications, CorrectionDates dates, LastReturn returns, ProjectSheet sheets, Times times) {
        this.applications = applications;
        this.dates = dates;
        this.returns = returns;
        this.sheets = sheets;
        this.times = times;
    }

    /** The sheet, as Markdown. */
    @ForModels(
            name = "补正情况说明",
            help = "决定是否延长补正时阅读的情况。",
            given = Given.APPLICATION,
            gives = "文本（Markdown），写入输入参数 view。",
            in = "application",
            written = true)
    public String of(String applicationId) {
        Application returned = applications.get(applicationId);
        TimelineEntry last = returns.of(applicationId);
        return new Markdown()
                        .heading(Texts.of("correction.heading"))
                        .paragraph(Texts.of("correction.consequence"))
                        .line(Texts.of("correction.returned-at"), times.of(last.at()))
                        .line(Texts.of("correction.returned-for"), last.grounds())
                        .line(
                                Texts.of("correction.until"),
                                dates.inForce(returned).text())
                        .line(
                                Texts.of("correction.window"),
                                dates.window(returned).text())
                        .render("")
                + "\n\n" + sheets.of(applicationId);
    }
}
