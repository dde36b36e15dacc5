package cn.gdpilot.desk.application.acceptance.tables;

import cn.gdpilot.desk.application.ApplicationFacts;
import cn.gdpilot.desk.application.LimitsCheck;
import cn.gdpilot.domain.eligibility.ApplicantFacts;
import cn.gdpilot.domain.eligibility.EligibilityTables;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.eligibility.Finding.Verdict;
import cn.gdpilot.domain.eligibility.LimitFacts;
import cn.gdpilot.domain.eligibility.ProjectFacts;
import cn.gdpilot.domain.eligibility.RequiredMaterial;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.material.VideoWatchings;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.direction.AuthorityTable.Authority;
import cn.gdpilot.domain.project.direction.Directions;
import cn.gdpilot.domain.project.direction.Directions.Standing;
import cn.gdpilot.domain.text.offered.ForModels;
import cn.gdpilot.domain.text.offered.Given;
import cn.gdpilot.platform.engine.rules.TransactionMemo;
import cn.gdpilot.platform.engine.tables.TableAnswer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Facts that the tables around an acceptance are asked with, from the business tables, and their answers in one word. */
@Component
public class FactsOfApplication {

    private static final String PASS = "PASS";

    private final Applications applications;
    private final Applicants applicants;
    private final Materials materials;
    private final ApplicationFacts facts;
    private final LimitsCheck limits;
    private final VideoWatchings watchings;
    private final EligibilityTables tables;
    private final TransactionMemo memo;

    FactsOfApplication(
            Applications applications,
            Applicants applicants,
            Materials materials,
            ApplicationFacts facts,
            LimitsCheck limits,
            VideoWatchings watchings,
            EligibilityTables tables,
            TransactionMemo memo) {
        this.tables = tables;
        this.watchings = watchings;
        this.limits = limits;
        this.applications = applications;
        this.applicants = applicants;
        this.materials = materials;
        this.facts = facts;
        this.memo = memo;
    }

    /** Facts of R2.1–R2.4. */
    @ForModels(
            name = "申报主体事实",
            help = "规则表的输入：申报主体的各项事实。",
            given = Given.APPLICATION,
            gives =
                    "事实。取其一项使用：.applicantType()、.channel()、.registeredIn()、.legalPerson()、.seriousDishonesty()、.majorAccident()、.commitmentLetter()。",
            in = "application")
    public ApplicantFacts applicant(String applicationId) {
        return memo.of(applicationId, ApplicantFacts.class, () -> {
            Application application = applications.get(applicationId);
            return facts.ofApplicant(application, applicants.get(application.applicantId()));
        });
    }

    /** Facts of R2.5–R2.7. */
    @ForModels(
            name = "申报项目事实",
            help = "规则表的输入：申报项目的各项事实。",
            given = Given.APPLICATION,
            gives = "事实。取其一项使用：.built()、.pilotRunning()、.innovationProject()。",
            in = "application")
    public ProjectFacts project(String applicationId) {
        return memo.of(applicationId, ProjectFacts.class, () -> {
            Application application = applications.get(applicationId);
            return facts.ofProject(application, applicants.get(application.applicantId()));
        });
    }

    /** Facts of R2.8–R2.10. */
    @ForModels(
            name = "申报数量事实",
            help = "规则表的输入：同一申报主体的其他申请数。",
            given = Given.APPLICATION,
            gives = "事实。取其一项使用：.othersInCategory()、.othersInTotal()、.sameProjectElsewhere()。",
            in = "application")
    public LimitFacts limits(String applicationId) {
        return memo.of(applicationId, LimitFacts.class, () -> limits.facts(applications.get(applicationId)));
    }

    /** R2.12: seconds of the video; null if they cannot be read, or there is none. Of several the one that is refused. */
    @ForModels(
            name = "视频时长",
            help = "规则表的输入：申报视频的秒数。",
            given = Given.APPLICATION,
            gives = "整数；无法读取或没有视频时为空。",
            in = "application")
    public Integer videoSeconds(String applicationId) {
        Integer seconds = null;
        for (Material file : materials.of(applicationId)) {
            if (file.kind() == MaterialKind.VIDEO) {
                seconds = watchings.seconds(file);
                if (tables.video(seconds).stream().anyMatch(Finding::refuses)) {
                    return seconds;
                }
            }
        }
        return seconds;
    }

    /** Code of the direction; null if none is chosen. */
    @ForModels(
            name = "申报方向",
            help = "规则表的输入：申报方向的编号。",
            given = Given.APPLICATION,
            gives = "方向编号；未选时为空。",
            in = "application")
    public String direction(String applicationId) {
        return applications.get(applicationId).direction();
    }

    /**
     * R1.2, R1.3: REFUSE where the table puts another authority, or none, in charge of the direction; REFER where it cannot be
     * read, since the domain then goes by its last clear version; else PASS.
     */
    @ForModels(
            name = "主管部门结论",
            help = "direction-authority 的结论。用在规则任务的输出中。",
            given = {Given.APPLICATION, Given.TABLE_ANSWER},
            gives = "PASS、REFER 或 REFUSE。",
            in = "application")
    public String authority(String applicationId, TableAnswer decisionResult) {
        if (!decisionResult.isClear()) {
            return Verdict.REFER.name();
        }
        Optional<Authority> inCharge = decisionResult.rows().stream()
                .findFirst()
                .map(row -> new Authority(row.isTrue("department"), row.isTrue("communications")));
        return Directions.standing(inCharge, applications.get(applicationId).channel()) == Standing.OPEN
                ? PASS
                : Verdict.REFUSE.name();
    }

    /** R2.13: REFUSE where a kind of material that the table asks for is missing or of another format; else PASS. */
    @ForModels(
            name = "必备材料结论",
            help = "required-materials 的结论。用在规则任务的输出中。",
            given = {Given.APPLICATION, Given.TABLE_ANSWER},
            gives = "PASS 或 REFUSE。",
            in = "application")
    public String materials(String applicationId, TableAnswer decisionResult) {
        List<Material> files = materials.of(applicationId);
        boolean complete = decisionResult.rows().stream()
                .map(row -> new RequiredMaterial(
                        row.text("material"),
                        row.number("minCount"),
                        Arrays.asList(row.text("formats").strip().split("\\s*,\\s*")),
                        row.text("rule")))
                .allMatch(required -> required.check(files).isEmpty());
        return complete ? PASS : Verdict.REFUSE.name();
    }
}
