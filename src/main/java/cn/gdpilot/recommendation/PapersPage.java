package cn.gdpilot.recommendation;

import cn.gdpilot.audit.Recorded;
import cn.gdpilot.dossier.Downloads;
import cn.gdpilot.dossier.store.FileStore;
import cn.gdpilot.identity.Units;
import cn.gdpilot.quota.Recommendation;
import cn.gdpilot.wording.Refusal;
import cn.gdpilot.wording.Texts;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The papers of a signed list, as they were made at signing. */
@Controller
class PapersPage {

    private final ListAccess access;
    private final ListPapers papers;
    private final FileStore store;
    private final Units units;

    PapersPage(ListAccess access, ListPapers papers, FileStore store, Units units) {
        this.access = access;
        this.papers = papers;
        this.store = store;
        this.units = units;
    }

    /** A paper, e.g. letter.docx. */
    @Recorded("paper.read")
    @GetMapping("/desk/recommendations/{round}/{unit}/papers/{document}.{format}")
    ResponseEntity<Resource> paper(
            @PathVariable String round,
            @PathVariable String unit,
            @PathVariable String document,
            @PathVariable String format,
            Authentication signedIn) {
        Recommendation list = access.open(round, unit, signedIn);
        String key = papers.find(list, document + "." + format).orElseThrow(() -> Refusal.notFound("paper.none"));
        String name = Texts.of("paper.file", units.get(list.unitId()).name(), Texts.label("document", document), format);
        return Downloads.of(store.content(key), name, Downloads.mediaType(format));
    }
}
