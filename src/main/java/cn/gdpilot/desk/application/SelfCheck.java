package cn.gdpilot.desk.application;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.duplicate.ProjectNames;
import cn.gdpilot.domain.eligibility.ApplicantFacts;
import cn.gdpilot.domain.eligibility.EligibilityTables;
import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.eligibility.LimitFacts;
import cn.gdpilot.domain.eligibility.ProjectFacts;
import cn.gdpilot.domain.eligibility.RequiredMaterial;
import cn.gdpilot.domain.eligibility.RequiredMaterials;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.material.VideoWatchings;
import cn.gdpilot.domain.material.upload.BegunUpload;
import cn.gdpilot.domain.material.upload.Uploads;
import cn.gdpilot.domain.papers.IndexListings;
import cn.gdpilot.domain.papers.print.Glyphs;
import cn.gdpilot.domain.pilot.PilotRegister;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.project.Directions;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers the facts of an application and asks every table: what an applicant sees before, and what submission holds. */
@Component
public class SelfCheck {

    /** Place on the page that is for all kinds of materials. */
    private static final String MATERIALS = "section-materials";

    /** So many are named one by one; a text in a script that the font lacks would else fill the page. */
    private static final int MOST_NAMED = 20;

    private final Applications applications;
    private final Applicants applicants;
    private final Materials materials;
    private final IndexListings listings;
    private final Uploads uploads;
    private final VideoWatchings watchings;
    private final Directions directions;
    private final PilotRegister pilots;
    private final EligibilityTables tables;
    private final ProjectNames names;
    private final PilotClock clock;
    private final Glyphs glyphs;

    SelfCheck(
            Applications applications,
            Applicants applicants,
            Materials materials,
            IndexListings listings,
            Uploads uploads,
            VideoWatchings watchings,
            Directions directions,
            PilotRegister pilots,
            EligibilityTables tables,
            ProjectNames names,
            PilotClock clock,
            Glyphs glyphs) {
        this.glyphs = glyphs;
        this.applications = applications;
        this.applicants = applicants;
        this.materials = materials;
        this.listings = listings;
        this.uploads = uploads;
        this.watchings = watchings;
        this.directions = directions;
        this.pilots = pilots;
        this.tables = tables;
        this.names = names;
        this.clock = clock;
    }

    /** Everything that the tables find now; empty = nothing. */
    List<Finding> of(Application application) {
        return beside(application).stream().map(CheckedFinding::finding).toList();
    }

    /** The same, each finding with the field or material that mends it. */
    public List<CheckedFinding> beside(Application application) {
        Applicant applicant = applicants.get(application.applicantId());
        List<CheckedFinding> all = new ArrayList<>();
        facts(application, applicant).forEach(finding -> all.add(Mending.of(finding)));
        all.addAll(materials(application, applicant));
        return all;
    }

    private List<Finding> facts(Application application, Applicant applicant) {
        List<Finding> findings = new ArrayList<>(direction(application));
        findings.addAll(tables.applicant(new ApplicantFacts(
                applicant.applicantType(),
                application.channel().name(),
                application.registeredIn(),
                application.legalPerson(),
                application.seriousDishonesty(),
                application.majorAccident(),
                application.commitmentLetter())));
        findings.addAll(tables.project(new ProjectFacts(
                application.built(),
                pilots.runs(applicant.creditCode(), application.projectName(), clock.today()),
                application.innovationProject())));
        findings.addAll(tables.limits(limits(application)));
        return findings;
    }

    private List<Finding> direction(Application application) {
        if (application.direction() == null) {
            return List.of(refusal("R1.1", Texts.of("direction.missing")));
        }
        try {
            directions.get(application.direction(), application.channel());
            return List.of();
        } catch (Refusal refusal) {
            return List.of(refusal(refusal.rule(), refusal.getMessage()));
        }
    }

    /** True if the applicant's other applications leave no place for this one now (R2.8–R2.10). */
    public boolean exceedsLimits(Application application) {
        return tables.limits(limits(application)).stream().anyMatch(Finding::refuses);
    }

    private LimitFacts limits(Application application) {
        return LimitFacts.of(application, applications.ofApplicant(application.applicantId()), names::key);
    }

    private List<CheckedFinding> materials(Application application, Applicant applicant) {
        List<Material> files = materials.of(application.id());
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
        unfinished(application).ifPresent(findings::add);
        findings.addAll(papers(application, applicant, files));
        return findings;
    }

    /** What has not come whole is no material: whoever submits now hands in what was there before. */
    private Optional<CheckedFinding> unfinished(Application application) {
        List<String> names =
                uploads.open(application.id()).stream().map(BegunUpload::name).toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new CheckedFinding(
                        note(Texts.of("upload.unfinished", names.size(), listed(names))), MATERIALS));
    }

    /** What would be amiss in the papers that are made of it: worth knowing, nobody is refused for it. */
    private List<CheckedFinding> papers(Application application, Applicant applicant, List<Material> files) {
        List<CheckedFinding> notes = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("projectName", application.projectName());
        fields.put("summary", application.summary());
        fields.put("applicant", applicant.name());
        fields.put("contactName", application.contactName());
        fields.forEach((field, text) -> {
            List<String> missing = glyphs.missing(text);
            if (!missing.isEmpty()) {
                notes.add(new CheckedFinding(
                        note(Texts.of("paper.glyphs", Texts.label("field", field), listed(missing))), field));
            }
        });
        if (listings.isStale(files)) {
            notes.add(new CheckedFinding(note(Texts.of("index.stale")), MaterialKind.INDEX.name()));
        }
        return notes;
    }

    private static String listed(List<String> all) {
        String named = all.stream().limit(MOST_NAMED).collect(Collectors.joining("、"));
        return all.size() > MOST_NAMED ? Texts.of("list.more", named, all.size()) : named;
    }

    private static Finding note(String message) {
        return Finding.ofOwnCheck("R2.13", Finding.Verdict.NOTE, message);
    }

    private static Finding refusal(String rule, String message) {
        return Finding.ofOwnCheck(rule, Finding.Verdict.REFUSE, message);
    }
}
