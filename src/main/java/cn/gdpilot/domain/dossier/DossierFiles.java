package cn.gdpilot.domain.dossier;

import cn.gdpilot.domain.eligibility.credit.CreditLookup;
import cn.gdpilot.domain.eligibility.credit.CreditLookups;
import cn.gdpilot.domain.files.Downloads;
import cn.gdpilot.domain.files.FileFormat;
import cn.gdpilot.domain.files.scan.VirusScan;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.material.SubmittedVersions;
import cn.gdpilot.domain.papers.ApplicationPapers;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.record.Recorded;
import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** The files of one application as it was handed in: materials, reports of credit look-ups, papers. */
@Controller
@RequestMapping("/dossier/{id}")
class DossierFiles {

    private final DossierAccess access;
    private final SubmittedVersions versions;
    private final Materials materials;
    private final CreditLookups credit;
    private final VirusScan scan;
    private final ApplicationPapers papers;

    DossierFiles(
            DossierAccess access,
            SubmittedVersions versions,
            Materials materials,
            CreditLookups credit,
            VirusScan scan,
            ApplicationPapers papers) {
        this.access = access;
        this.versions = versions;
        this.materials = materials;
        this.credit = credit;
        this.scan = scan;
        this.papers = papers;
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
}
