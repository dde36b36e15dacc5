package cn.gdpilot.domain.dossier;

import cn.gdpilot.domain.eligibility.Findings;
import cn.gdpilot.domain.eligibility.credit.CreditLookups;
import cn.gdpilot.domain.eligibility.credit.CreditRegistry;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.SubmittedVersion;
import cn.gdpilot.domain.material.SubmittedVersions;
import cn.gdpilot.domain.material.VideoWatching;
import cn.gdpilot.domain.material.VideoWatchings;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.extra.ExtraFact;
import cn.gdpilot.domain.project.extra.ExtraFacts;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the dossier shows of a submitted version: its content, what changed, what the tables and the credit registry found. */
@Component
class HandedIn {

    private final SubmittedVersions versions;
    private final Units units;
    private final Findings findings;
    private final VideoWatchings watchings;
    private final CreditLookups credit;
    private final CreditRegistry registry;
    private final ExtraFacts extra;

    HandedIn(
            SubmittedVersions versions,
            Units units,
            Findings findings,
            VideoWatchings watchings,
            CreditLookups credit,
            CreditRegistry registry,
            ExtraFacts extra) {
        this.extra = extra;
        this.versions = versions;
        this.units = units;
        this.findings = findings;
        this.watchings = watchings;
        this.credit = credit;
        this.registry = registry;
    }

    /** @throws Refusal if there is no such version */
    void add(Application application, int version, Model model) {
        String id = application.id();
        SubmittedVersion shown = versions.get(application, version);
        model.addAttribute("application", application);
        model.addAttribute("shown", shown);
        model.addAttribute("version", version);
        model.addAttribute(
                "changes",
                version > 1
                        ? Changes.between(versions.get(application, version - 1), shown, questions(application))
                        : List.of());
        model.addAttribute("applicant", shown.applicant());
        model.addAttribute("unit", units.get(application.unitId()));
        model.addAttribute("findings", findings.of(id, version));
        model.addAttribute("materials", shown.materials());
        model.addAttribute("watched", watched(shown.materials()));
        model.addAttribute("lookups", credit.of(id));
        model.addAttribute("credit", credit.counting(id).orElse(null));
        model.addAttribute("registry", registry.name());
    }

    private Map<String, ExtraFact> questions(Application application) {
        return extra.of(application.roundId()).stream()
                .collect(Collectors.toMap(ExtraFact::key, fact -> fact, (all, own) -> own));
    }

    private Map<Long, VideoWatching> watched(List<Material> shown) {
        return shown.stream()
                .flatMap(material -> watchings.of(material.id()).stream())
                .collect(Collectors.toMap(VideoWatching::materialId, watching -> watching));
    }
}
