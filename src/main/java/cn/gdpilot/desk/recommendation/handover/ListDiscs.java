package cn.gdpilot.desk.recommendation.handover;

import cn.gdpilot.desk.recommendation.RecommendedProjects;
import cn.gdpilot.desk.recommendation.signing.ListPapers;
import cn.gdpilot.domain.disc.Disc;
import cn.gdpilot.domain.disc.DiscList;
import cn.gdpilot.domain.disc.DiscPaper;
import cn.gdpilot.domain.disc.DiscProject;
import cn.gdpilot.domain.disc.DiscSet;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.project.Applicants;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.text.Texts;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The discs of a unit's signed list. */
@Component
class ListDiscs {

    private final RecommendedProjects projects;
    private final Materials materials;
    private final Applicants applicants;
    private final Units units;
    private final Disc disc;
    private final ListPapers papers;
    private final FileStore store;

    ListDiscs(
            RecommendedProjects projects,
            Materials materials,
            Applicants applicants,
            Units units,
            Disc disc,
            ListPapers papers,
            FileStore store) {
        this.papers = papers;
        this.store = store;
        this.projects = projects;
        this.materials = materials;
        this.applicants = applicants;
        this.units = units;
        this.disc = disc;
    }

    DiscSet of(Recommendation list) {
        String unit = units.get(list.unitId()).name();
        return disc.of(new DiscList(
                list.id(),
                Texts.of("disc.folder", list.roundId(), unit),
                unit,
                list.signedAt(),
                projects.of(list).stream().map(this::project).toList(),
                Stream.of("docx", "pdf")
                        .flatMap(ending -> index(list, ending).stream())
                        .toList()));
    }

    /** The index as it was made at signing; no PDF of it where there was no font. */
    private Optional<DiscPaper> index(Recommendation list, String ending) {
        return papers.find(list, "index." + ending)
                .filter(key -> store.size(key).isPresent())
                .map(key -> new DiscPaper(
                        Texts.of("disc.index-paper", ending), store.size(key).getAsLong(), key, from -> {
                            InputStream in = store.content(key).getInputStream();
                            in.skipNBytes(from);
                            return in;
                        }));
    }

    private DiscProject project(Application application) {
        return new DiscProject(
                application.id(),
                application.projectName(),
                applicants.get(application.applicantId()).name(),
                materials.of(application.id()));
    }
}
