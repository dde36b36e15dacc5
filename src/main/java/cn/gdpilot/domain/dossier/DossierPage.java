package cn.gdpilot.domain.dossier;

import cn.gdpilot.domain.eligibility.Findings;
import cn.gdpilot.domain.eligibility.credit.CreditLookup;
import cn.gdpilot.domain.eligibility.credit.CreditLookups;
import cn.gdpilot.domain.eligibility.credit.CreditRegistry;
import cn.gdpilot.domain.files.Downloads;
import cn.gdpilot.domain.files.FileFormat;
import cn.gdpilot.domain.files.scan.VirusScan;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.material.SubmittedVersion;
import cn.gdpilot.domain.material.SubmittedVersions;
import cn.gdpilot.domain.material.VideoWatching;
import cn.gdpilot.domain.material.VideoWatchings;
import cn.gdpilot.domain.objection.Objections;
import cn.gdpilot.domain.opinion.Corrections;
import cn.gdpilot.domain.opinion.Opinions;
import cn.gdpilot.domain.papers.ApplicationPapers;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.record.Recorded;
import cn.gdpilot.domain.record.Timeline;
import cn.gdpilot.domain.record.TimelineEntry;
import cn.gdpilot.domain.scoring.MeritSnapshots;
import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** All of one application as it was handed in, for those whose unit holds or held it. */
@Controller
@RequestMapping("/dossier/{id}")
class DossierPage {

    private final DossierAccess access;
    private final SubmittedVersions versions;
    private final Units units;
    private final Findings findings;
    private final Materials materials;
    private final VideoWatchings watchings;
    private final CreditLookups credit;
    private final CreditRegistry registry;
    private final Corrections corrections;
    private final Opinions opinions;
    private final Objections objections;
    private final MeritSnapshots merits;
    private final Timeline timeline;
    private final DecisionBasis basis;
    private final VirusScan scan;
    private final ApplicationPapers papers;

    DossierPage(
            DossierAccess access,
            SubmittedVersions versions,
            Units units,
            Findings findings,
            Materials materials,
            VideoWatchings watchings,
            CreditLookups credit,
            CreditRegistry registry,
            Corrections corrections,
            Opinions opinions,
            Objections objections,
            MeritSnapshots merits,
            Timeline timeline,
            DecisionBasis basis,
            VirusScan scan,
            ApplicationPapers papers) {
        this.papers = papers;
        this.access = access;
        this.versions = versions;
        this.units = units;
        this.findings = findings;
        this.materials = materials;
        this.watchings = watchings;
        this.credit = credit;
        this.registry = registry;
        this.corrections = corrections;
        this.opinions = opinions;
        this.objections = objections;
        this.merits = merits;
        this.timeline = timeline;
        this.basis = basis;
        this.scan = scan;
    }

    @Recorded("dossier.opened")
    @GetMapping
    String show(@PathVariable String id, Authentication signedIn, Model model) {
        Application application = access.open(Person.of(signedIn), id);
        return page(application, application.submissions(), signedIn, model);
    }

    /** An earlier submission, as it was then. */
    @Recorded("dossier.opened")
    @GetMapping("/versions/{version}")
    String version(@PathVariable String id, @PathVariable int version, Authentication signedIn, Model model) {
        return page(access.open(Person.of(signedIn), id), version, signedIn, model);
    }

    /** One file, to be saved or, as the source of a player, to be watched. */
    @Recorded("file.read")
    @GetMapping("/materials/{material}")
    ResponseEntity<Resource> material(
            @PathVariable String id,
            @PathVariable long material,
            @RequestHeader(value = HttpHeaders.IF_RANGE, required = false) String ifRange,
            Authentication signedIn)
            throws IOException {
        Material found = submitted(id, material, signedIn);
        return Downloads.seekable(
                materials.content(found), found.sha256(), found.name(), FileFormat.mediaType(found.format()), ifRange);
    }

    /** A document or a picture inside of the page; what a browser could run is never shown. */
    @Recorded("file.read")
    @GetMapping("/materials/{material}/preview")
    ResponseEntity<Resource> preview(@PathVariable String id, @PathVariable long material, Authentication signedIn) {
        Material found = submitted(id, material, signedIn);
        if (!found.previewed()) {
            throw Refusal.notFound("material.no-preview");
        }
        return Downloads.preview(materials.content(found), found.name(), FileFormat.mediaType(found.format()));
    }

    /** The report of a look-up of the credit record. */
    @Recorded("file.read")
    @GetMapping("/credit/{lookup}")
    ResponseEntity<Resource> report(@PathVariable String id, @PathVariable long lookup, Authentication signedIn) {
        access.open(Person.of(signedIn), id);
        CreditLookup found = credit.of(id).stream()
                .filter(one -> one.id() == lookup && one.reportSha256() != null)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("material.unknown"));
        scan.checkOpen(found.reportSha256());
        return Downloads.of(
                materials.content(found.reportSha256()),
                found.reportName(),
                FileFormat.mediaType(found.reportFormat()));
    }

    /** Application form or index, as docx or pdf, as it was last submitted. */
    @Recorded("form.read")
    @GetMapping("/papers/{document}.{format}")
    ResponseEntity<Resource> paper(
            @PathVariable String id,
            @PathVariable String document,
            @PathVariable String format,
            Authentication signedIn) {
        return papers.submitted(access.open(Person.of(signedIn), id), document + "." + format);
    }

    private Material submitted(String id, long material, Authentication signedIn) {
        Application application = access.open(Person.of(signedIn), id);
        Material found =
                versions.material(application, material).orElseThrow(() -> Refusal.notFound("material.unknown"));
        scan.checkOpen(found.sha256());
        return found;
    }

    private String page(Application application, int version, Authentication signedIn, Model model) {
        String id = application.id();
        SubmittedVersion shown = versions.get(application, version);
        model.addAttribute("application", application);
        model.addAttribute("shown", shown);
        model.addAttribute("version", version);
        model.addAttribute(
                "changes", version > 1 ? Changes.between(versions.get(application, version - 1), shown) : List.of());
        model.addAttribute("applicant", shown.applicant());
        model.addAttribute("unit", units.get(application.unitId()));
        model.addAttribute("findings", findings.of(id, version));
        model.addAttribute("materials", shown.materials());
        model.addAttribute("watched", watched(shown.materials()));
        model.addAttribute("lookups", credit.of(id));
        model.addAttribute("credit", credit.counting(id).orElse(null));
        model.addAttribute("registry", registry.name());
        model.addAttribute("asked", corrections.of(id, version - 1));
        model.addAttribute("opinions", opinions.of(id));
        // Experts score blind: what others said of the project is for offices.
        boolean office = Person.of(signedIn).office() != null;
        model.addAttribute("objections", office ? objections.ofProject(id) : List.of());
        model.addAttribute("merits", office ? merits.ofProject(id) : List.of());
        List<TimelineEntry> steps = timeline.of(id);
        model.addAttribute("timeline", steps);
        model.addAttribute("basis", basis.of(application, steps));
        model.addAttribute(
                "mayRecord",
                version == application.submissions() && DossierAccess.examines(Person.of(signedIn), application));
        return "dossier";
    }

    private Map<Long, VideoWatching> watched(List<Material> shown) {
        return shown.stream()
                .flatMap(material -> watchings.of(material.id()).stream())
                .collect(Collectors.toMap(VideoWatching::materialId, watching -> watching));
    }
}
