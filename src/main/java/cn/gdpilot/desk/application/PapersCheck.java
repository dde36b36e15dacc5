package cn.gdpilot.desk.application;

import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.papers.IndexListings;
import cn.gdpilot.domain.papers.print.Glyphs;
import cn.gdpilot.domain.project.Applicant;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks ahead to the papers that are made of an application: characters that the font lacks, an index that is out of date. */
@Component
class PapersCheck {

    private final Glyphs glyphs;
    private final IndexListings listings;

    PapersCheck(Glyphs glyphs, IndexListings listings) {
        this.glyphs = glyphs;
        this.listings = listings;
    }

    /** Notes about these papers; they refuse nobody. */
    List<CheckedFinding> of(Application application, Applicant applicant, List<Material> files) {
        List<CheckedFinding> notes = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("projectName", application.projectName());
        fields.put("summary", application.summary());
        fields.put("applicant", applicant.name());
        fields.put("contactName", application.contact().name());
        fields.forEach((field, text) -> {
            List<String> missing = glyphs.missing(text);
            if (!missing.isEmpty()) {
                notes.add(new CheckedFinding(
                        OwnFinding.note(
                                Texts.of("paper.glyphs", Texts.label("field", field), OwnFinding.listed(missing))),
                        field));
            }
        });
        if (listings.isStale(files)) {
            notes.add(new CheckedFinding(OwnFinding.note(Texts.of("index.stale")), MaterialKind.INDEX.name()));
        }
        return notes;
    }
}
