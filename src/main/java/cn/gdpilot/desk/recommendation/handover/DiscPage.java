package cn.gdpilot.desk.recommendation.handover;

import cn.gdpilot.desk.recommendation.ListAccess;
import cn.gdpilot.domain.disc.Disc;
import cn.gdpilot.domain.disc.DiscChecks;
import cn.gdpilot.domain.disc.DiscDownload;
import cn.gdpilot.domain.disc.DiscEvidence;
import cn.gdpilot.domain.disc.DiscFindings;
import cn.gdpilot.domain.disc.DiscSet;
import cn.gdpilot.domain.disc.DiscVolume;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Recorded;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.text.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The discs of a signed list: to be burnt or carried on, and to be checked where they arrive. */
@Controller
@RequestMapping("/desk/recommendations/{round}/{unit}")
class DiscPage {

    /** Lists of hashes are short; what is larger is a file of the disc itself, chosen by mistake. */
    private static final long LARGEST_SUMS = 10L * 1024 * 1024;

    private final ListAccess access;
    private final ListDiscs discs;
    private final Disc disc;
    private final DiscChecks checks;
    private final ElectronicVersion electronicVersion;
    private final Units units;

    DiscPage(
            ListAccess access,
            ListDiscs discs,
            Disc disc,
            DiscChecks checks,
            ElectronicVersion electronicVersion,
            Units units) {
        this.electronicVersion = electronicVersion;
        this.access = access;
        this.discs = discs;
        this.disc = disc;
        this.checks = checks;
        this.units = units;
    }

    @GetMapping("/disc")
    String show(@PathVariable String round, @PathVariable String unit, Authentication signedIn, Model model) {
        Recommendation list = open(round, unit, signedIn);
        DiscSet set = discs.of(list);
        model.addAttribute("list", list);
        model.addAttribute("unit", units.get(unit));
        model.addAttribute("discs", set);
        try {
            model.addAttribute("volumes", set.volumes());
        } catch (Refusal tooLarge) {
            model.addAttribute("volumes", List.of());
            model.addAttribute("tooLarge", tooLarge.getMessage());
        }
        model.addAttribute("checks", checks.of(list.id(), list.signedAt()));
        model.addAttribute("electronic", electronicVersion.posted(list).orElse(null));
        return "disc";
    }

    /** Compares what a person found on a disc with the list, and keeps what came out. */
    @PostMapping("/disc")
    String check(
            @PathVariable String round,
            @PathVariable String unit,
            @RequestParam(defaultValue = "") String sums,
            @RequestParam(required = false) List<MultipartFile> files,
            Authentication signedIn,
            Model model)
            throws IOException {
        Recommendation list = open(round, unit, signedIn);
        Person person = Person.of(signedIn);
        try {
            DiscEvidence evidence = DiscEvidence.of(sums, handed(files));
            DiscFindings findings = DiscFindings.of(discs.of(list).candidates(), evidence);
            checks.keep(list.id(), findings, new Actor(person.username(), person.office()));
            model.addAttribute("findings", findings);
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("sums", sums);
        }
        return show(round, unit, signedIn, model);
    }

    /** As a zip: one of the discs, or all in one where no number is given. */
    @Recorded("disc.made")
    @GetMapping("/disc.zip")
    void zip(
            @PathVariable String round,
            @PathVariable String unit,
            @RequestParam(required = false) Integer volume,
            Authentication signedIn,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        DiscVolume made = checked(round, unit, volume, signedIn);
        DiscDownload.send(made.zip(), made.name() + ".zip", "application/zip", request, response);
    }

    /** The same as an image to be burnt. */
    @Recorded("disc.made")
    @GetMapping("/disc.iso")
    void iso(
            @PathVariable String round,
            @PathVariable String unit,
            @RequestParam(required = false) Integer volume,
            Authentication signedIn,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        DiscVolume made = checked(round, unit, volume, signedIn);
        DiscDownload.send(made.iso(), made.name() + ".iso", "application/x-iso9660-image", request, response);
    }

    private DiscVolume checked(String round, String unit, Integer volume, Authentication signedIn) {
        DiscVolume made = discs.of(open(round, unit, signedIn)).volume(volume);
        disc.check(made.files());
        return made;
    }

    private Recommendation open(String round, String unit, Authentication signedIn) {
        Recommendation list = access.open(round, unit, signedIn);
        if (list.signedAt() == null) {
            throw Refusal.notFound("summary.none");
        }
        return list;
    }

    private static List<DiscEvidence.Handed> handed(List<MultipartFile> files) throws IOException {
        List<DiscEvidence.Handed> handed = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (file.isEmpty()) {
                continue;
            }
            if (file.getSize() > LARGEST_SUMS) {
                throw Refusal.invalid("disc.check-large", LARGEST_SUMS >> 20);
            }
            String name = String.valueOf(file.getOriginalFilename());
            handed.add(new DiscEvidence.Handed(
                    name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1), file.getBytes()));
        }
        return handed;
    }
}
