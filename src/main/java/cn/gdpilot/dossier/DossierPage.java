package cn.gdpilot.dossier;

import cn.gdpilot.audit.Recorded;
import cn.gdpilot.audit.Timeline;
import cn.gdpilot.dossier.scan.VirusScan;
import cn.gdpilot.eligibility.Findings;
import cn.gdpilot.identity.Person;
import cn.gdpilot.identity.Units;
import cn.gdpilot.project.Applicants;
import cn.gdpilot.project.Application;
import cn.gdpilot.review.Opinions;
import cn.gdpilot.wording.Refusal;
import java.io.IOException;
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

/** All of one application, for those whose unit holds or held it. */
@Controller
@RequestMapping("/dossier/{id}")
class DossierPage {

    private final DossierAccess access;
    private final Applicants applicants;
    private final Units units;
    private final Findings findings;
    private final Materials materials;
    private final Opinions opinions;
    private final Timeline timeline;
    private final VirusScan scan;

    DossierPage(
            DossierAccess access,
            Applicants applicants,
            Units units,
            Findings findings,
            Materials materials,
            Opinions opinions,
            Timeline timeline,
            VirusScan scan) {
        this.access = access;
        this.applicants = applicants;
        this.units = units;
        this.findings = findings;
        this.materials = materials;
        this.opinions = opinions;
        this.timeline = timeline;
        this.scan = scan;
    }

    @Recorded("dossier.opened")
    @GetMapping
    String show(@PathVariable String id, Authentication signedIn, Model model) {
        Application application = access.open(Person.of(signedIn), id);
        model.addAttribute("application", application);
        model.addAttribute("applicant", applicants.get(application.applicantId()));
        model.addAttribute("unit", units.get(application.unitId()));
        model.addAttribute("findings", findings.of(id, application.submissions()));
        model.addAttribute("materials", materials.of(id));
        model.addAttribute("opinions", opinions.of(id));
        model.addAttribute("timeline", timeline.of(id));
        return "dossier";
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
        access.open(Person.of(signedIn), id);
        Material found = materials.find(id, material).orElseThrow(() -> Refusal.notFound("material.unknown"));
        scan.checkOpen(found.sha256());
        return Downloads.seekable(
                materials.content(found), found.sha256(), found.name(), FileFormat.mediaType(found.format()), ifRange);
    }
}
