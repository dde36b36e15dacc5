package cn.gdpilot.desk.application.portal;

import cn.gdpilot.desk.application.OwnApplications;
import cn.gdpilot.desk.application.account.SignedInApplicant;
import cn.gdpilot.domain.files.Downloads;
import cn.gdpilot.domain.files.scan.VirusScan;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.objection.Hearing;
import cn.gdpilot.domain.papers.ApplicationPapers;
import cn.gdpilot.domain.papers.OutcomeNotice;
import cn.gdpilot.domain.record.Recorded;
import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** The applicant's own papers: application form, index and notice of outcome. */
@Controller
@RequestMapping("/portal/applications/{id}")
class OwnPapersPage {

    private final OwnApplications own;
    private final ApplicationPapers papers;
    private final OutcomeNotice outcome;
    private final Hearing hearing;
    private final Materials materials;
    private final VirusScan scan;
    private final SignedInApplicant me;

    OwnPapersPage(
            OwnApplications own,
            ApplicationPapers papers,
            OutcomeNotice outcome,
            Hearing hearing,
            Materials materials,
            VirusScan scan,
            SignedInApplicant me) {
        this.own = own;
        this.papers = papers;
        this.outcome = outcome;
        this.hearing = hearing;
        this.materials = materials;
        this.scan = scan;
        this.me = me;
    }

    /** A paper: application-form or index, as docx or pdf. */
    @Recorded("form.read")
    @GetMapping("/papers/{document}.{format}")
    ResponseEntity<Resource> paper(
            @PathVariable String id, @PathVariable String document, @PathVariable String format) {
        return papers.own(own.get(me.id(), id), document + "." + format);
    }

    /** What each level decided, as docx or pdf, from the first decision on. */
    @Recorded("outcome.read")
    @GetMapping("/outcome.{format}")
    ResponseEntity<Resource> outcome(@PathVariable String id, @PathVariable String format) {
        return outcome.of(own.get(me.id(), id), format, hearing.objectionDeadline(id));
    }

    /** One of the applicant's own files, as it came. */
    @Recorded("file.read")
    @GetMapping("/materials/{material}")
    ResponseEntity<Resource> material(
            @PathVariable String id,
            @PathVariable long material,
            @RequestHeader(value = HttpHeaders.IF_RANGE, required = false) String ifRange)
            throws IOException {
        Material found = materials.of(own.get(me.id(), id).id()).stream()
                .filter(one -> one.id() == material)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("material.unknown"));
        scan.checkOpen(found.sha256());
        return Downloads.seekable(
                materials.content(found), found.sha256(), found.name(), Downloads.mediaType(found.format()), ifRange);
    }
}
