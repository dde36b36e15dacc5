package cn.gdpilot.recommendation;

import cn.gdpilot.dossier.Materials;
import cn.gdpilot.dossier.disc.Disc;
import cn.gdpilot.dossier.disc.DiscList;
import cn.gdpilot.dossier.disc.DiscProject;
import cn.gdpilot.dossier.disc.DiscSet;
import cn.gdpilot.identity.Units;
import cn.gdpilot.project.Applicants;
import cn.gdpilot.project.Application;
import cn.gdpilot.quota.Recommendation;
import cn.gdpilot.wording.Texts;
import org.springframework.stereotype.Component;

/** The discs of a unit's signed list. */
@Component
class ListDiscs {

    private final RecommendationDesk desk;
    private final Materials materials;
    private final Applicants applicants;
    private final Units units;
    private final Disc disc;

    ListDiscs(RecommendationDesk desk, Materials materials, Applicants applicants, Units units, Disc disc) {
        this.desk = desk;
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
                desk.recommended(list).stream().map(this::project).toList()));
    }

    private DiscProject project(Application application) {
        return new DiscProject(
                application.id(),
                application.projectName(),
                applicants.get(application.applicantId()).name(),
                materials.of(application.id()));
    }
}
