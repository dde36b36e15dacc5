package cn.gdpilot.desk.application;

import cn.gdpilot.domain.eligibility.AuditYears;
import cn.gdpilot.domain.eligibility.EligibilityTables;
import cn.gdpilot.domain.eligibility.RequiredMaterial;
import cn.gdpilot.domain.eligibility.RequiredMaterials;
import cn.gdpilot.domain.material.FileLabels;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.VideoWatchings;
import cn.gdpilot.domain.material.upload.BegunUpload;
import cn.gdpilot.domain.material.upload.Uploads;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the tables which materials there must be, and of which formats and lengths (R2.12, R2.13). */
@Component
class MaterialsCheck {

    /** Place on the page that is for all kinds of materials. */
    private static final String MATERIALS = "section-materials";

    private final Uploads uploads;
    private final VideoWatchings watchings;
    private final EligibilityTables tables;
    private final FileLabels labels;

    MaterialsCheck(Uploads uploads, VideoWatchings watchings, EligibilityTables tables, FileLabels labels) {
        this.labels = labels;
        this.uploads = uploads;
        this.watchings = watchings;
        this.tables = tables;
    }

    /** Findings about the files and about uploads that are not complete. */
    List<CheckedFinding> of(Application application, Applicant applicant, List<Material> files) {
        List<CheckedFinding> findings = new ArrayList<>();
        RequiredMaterials asked = tables.materials(
                applicant.applicantType(), application.channel().name());
        asked.unclear().forEach(finding -> findings.add(new CheckedFinding(finding, MATERIALS)));
        for (RequiredMaterial required : asked.kinds()) {
            required.check(files).forEach(finding -> findings.add(Mending.of(finding, required.material())));
        }
        files.stream()
                .filter(file -> file.kind() == MaterialKind.VIDEO)
                .flatMap(video -> tables.video(watchings.seconds(video)).stream())
                .forEach(finding -> findings.add(new CheckedFinding(finding, MaterialKind.VIDEO.name())));
        AuditYears.check(files, labels.years(application))
                .forEach(finding -> findings.add(Mending.of(finding, MaterialKind.AUDIT_REPORT.name())));
        unfinished(application).ifPresent(findings::add);
        return findings;
    }

    /** An upload that is not complete is no material: a submission contains what was there before it. */
    private Optional<CheckedFinding> unfinished(Application application) {
        List<String> names =
                uploads.open(application.id()).stream().map(BegunUpload::name).toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new CheckedFinding(
                        OwnFinding.note(Texts.of("upload.unfinished", names.size(), OwnFinding.listed(names))),
                        MATERIALS));
    }
}
