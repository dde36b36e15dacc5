package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.desk.recommendation.ListAccess;
import cn.gdpilot.domain.files.Downloads;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.record.Recorded;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
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
        // Papers of a list that was taken back hold no more.
        if (list.open()) {
            throw Refusal.notFound("paper.none");
        }
        String key = papers.find(list, document + "." + format).orElseThrow(() -> Refusal.notFound("paper.none"));
        String name =
                Texts.of("paper.file", units.get(list.unitId()).name(), Texts.label("document", document), format);
        return Downloads.of(store.content(key), name, Downloads.mediaType(format));
    }
}
