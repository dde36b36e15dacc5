package cn.gdpilot.recommendation;

import cn.gdpilot.audit.Recorded;
import cn.gdpilot.dossier.Materials;
import cn.gdpilot.dossier.disc.Disc;
import cn.gdpilot.dossier.disc.DiscProject;
import cn.gdpilot.identity.Units;
import cn.gdpilot.project.Applicants;
import cn.gdpilot.project.Application;
import cn.gdpilot.quota.Recommendation;
import cn.gdpilot.wording.Refusal;
import cn.gdpilot.wording.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The content of the disc of a signed list, to be burnt or carried on. */
@Controller
class DiscPage {

    private final ListAccess access;
    private final RecommendationDesk desk;
    private final Materials materials;
    private final Applicants applicants;
    private final Units units;
    private final Disc disc;

    DiscPage(ListAccess access, RecommendationDesk desk, Materials materials, Applicants applicants, Units units, Disc disc) {
        this.access = access;
        this.desk = desk;
        this.materials = materials;
        this.applicants = applicants;
        this.units = units;
        this.disc = disc;
    }

    @Recorded("disc.made")
    @GetMapping("/desk/recommendations/{round}/{unit}/disc.zip")
    void write(@PathVariable String round, @PathVariable String unit, Authentication signedIn, HttpServletResponse response)
            throws IOException {
        Recommendation list = access.open(round, unit, signedIn);
        if (list.signedAt() == null) {
            throw Refusal.notFound("summary.none");
        }
        List<DiscProject> projects = desk.recommended(list).stream().map(this::project).toList();
        disc.check(projects);
        String name = units.get(list.unitId()).name();
        String folder = Texts.of("disc.folder", list.roundId(), name);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(folder + ".zip", StandardCharsets.UTF_8).build().toString());
        disc.write(folder, name, list.signedAt(), projects, response.getOutputStream());
    }

    private DiscProject project(Application application) {
        return new DiscProject(
                application.id(),
                application.projectName(),
                applicants.get(application.applicantId()).name(),
                materials.of(application.id()));
    }
}
