package cn.gdpilot.domain.dossier;

import cn.gdpilot.domain.eligibility.FavouredProjects;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.eligibility.Findings;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.pilot.PilotLookalikes;
import cn.gdpilot.domain.pilot.PilotLookalikes.Lookalike;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.ApplicationState;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.extra.ExtraFacts;
import cn.gdpilot.domain.shortlist.Recommendations;
import cn.gdpilot.domain.text.Clauses;
import cn.gdpilot.domain.text.Markdown;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a reviewer reads on a task's form: facts, findings, materials, and the way to the dossier page. */
@Component
public class ProjectSheet {

    private static final int MOST_PILOTS = 5;

    private final Applications applications;
    private final Applicants applicants;
    private final Findings findings;
    private final Materials materials;
    private final PilotLookalikes pilots;
    private final Recommendations recommendations;
    private final Units units;
    private final FavouredProjects favoured;
    private final ExtraFacts extra;

    ProjectSheet(
            Applications applications,
            Applicants applicants,
            Findings findings,
            Materials materials,
            PilotLookalikes pilots,
            Recommendations recommendations,
            Units units,
            FavouredProjects favoured,
            ExtraFacts extra) {
        this.extra = extra;
        this.applications = applications;
        this.applicants = applicants;
        this.findings = findings;
        this.materials = materials;
        this.pilots = pilots;
        this.recommendations = recommendations;
        this.units = units;
        this.favoured = favoured;
    }

    /** What the task list shows beside the task's name: the project's name. */
    @ForModels(
            name = "项目名称",
            help = "任务列表中显示在任务名旁的项目名称。",
            given = Given.APPLICATION,
            gives = "文本，写入输入参数 subject。",
            in = {"application", "communications-review", "ministry-review", "province-review"},
            written = true)
    public String subject(String applicationId) {
        return applications.get(applicationId).projectName();
    }

    /** The sheet of one application, as Markdown. */
    @ForModels(
            name = "项目说明",
            help = "审核人阅读的申报内容、材料和各级意见。",
            given = Given.APPLICATION,
            gives = "文本（Markdown），写入输入参数 view。",
            in = {"application", "communications-review", "ministry-review", "province-review"},
            written = true)
    public String of(String applicationId) {
        Application application = applications.get(applicationId);
        Markdown sheet = new Markdown();
        Applicant applicant = applicants.get(application.applicantId());
        facts(sheet, application, applicant);
        extra.shown(application.roundId(), application.facts().extra()).forEach(sheet::line);
        recommender(sheet, application);
        pilots(sheet, pilots.of(applicant, application));
        favoured.of(applicationId).ifPresent(sentences -> {
            sheet.heading(Texts.of("sheet.favoured"));
            sentences.lines().forEach(sheet::paragraph);
        });
        findings(sheet, findings.standing(applicationId, application.submissions()));
        materials(sheet, applicationId);
        return sheet.link(Texts.of("sheet.dossier"), "/dossier/" + applicationId)
                .render(Texts.of("sheet.rest-in-dossier"));
    }

    private static void facts(Markdown sheet, Application application, Applicant applicant) {
        sheet.heading(application.projectName())
                .line(Texts.of("field.number"), application.id())
                .line(Texts.of("field.applicant"), applicant.name())
                .line(Texts.of("field.creditCode"), applicant.creditCode())
                .line(Texts.of("field.applicantType"), Texts.label("applicantType", applicant.applicantType()))
                .line(Texts.of("field.channel"), Texts.label("channel", application.channel()))
                .line(Texts.of("field.direction"), application.category() + " " + application.direction())
                .line(
                        Texts.of("field.registeredIn"),
                        Texts.label("registeredIn", application.facts().registeredIn()))
                .line(
                        Texts.of("field.innovationProject"),
                        Texts.label("innovationProject", application.facts().innovationProject()))
                .line(Texts.of("field.state"), Texts.label("state", application.state()));
    }

    /** Who recommends it, and at which place: the office before this one, which for the ministry is the Department (R3.6). */
    private void recommender(Markdown sheet, Application application) {
        String unitId = application.state() == ApplicationState.FORWARDED ? Unit.DEPARTMENT : application.unitId();
        String name = units.get(unitId).name();
        int place = recommendations
                        .find(application.roundId(), unitId)
                        .map(recommendations::ranked)
                        .orElse(List.of())
                        .indexOf(application.id())
                + 1;
        sheet.line(Texts.of("sheet.recommender"), place == 0 ? name : Texts.of("sheet.recommender-place", name, place));
    }

    private static void findings(Markdown sheet, List<Finding> findings) {
        if (findings.isEmpty()) {
            sheet.paragraph(Texts.of("sheet.no-findings"));
            return;
        }
        sheet.table(
                List.of(Texts.of("sheet.rule"), Texts.of("sheet.verdict"), Texts.of("sheet.finding")),
                findings.stream()
                        .<List<?>>map(one ->
                                List.of(Clauses.of(one.rule()), Texts.label("verdict", one.verdict()), one.message()))
                        .toList());
    }

    /** Nothing where no running pilot looks alike. */
    private static void pilots(Markdown sheet, List<Lookalike> alike) {
        if (!alike.isEmpty()) {
            sheet.paragraph(Texts.of("sheet.pilots"))
                    .table(
                            Texts.words("sheet.pilot-heads"),
                            alike.stream()
                                    .limit(MOST_PILOTS)
                                    .<List<?>>map(one -> List.of(
                                            one.pilot().projectName(),
                                            one.pilot().applicantName(),
                                            one.pilot().endsOn(),
                                            Math.round(one.similarity() * 100) + "%"))
                                    .toList());
        }
    }

    private void materials(Markdown sheet, String applicationId) {
        for (Material material : materials.of(applicationId)) {
            sheet.link(
                    Texts.label("material", material.kind()) + " · " + material.name(),
                    "/dossier/" + applicationId + "/materials/" + material.id());
        }
    }
}
