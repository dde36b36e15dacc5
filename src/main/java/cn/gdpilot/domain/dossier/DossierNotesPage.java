package cn.gdpilot.domain.dossier;

import cn.gdpilot.domain.eligibility.credit.CreditAnswer;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The forms of the dossier page. */
@Controller
@RequestMapping("/dossier/{id}")
class DossierNotesPage {

    private final DossierNotes notes;
    private final DossierPage page;
    private final Materials materials;

    DossierNotesPage(DossierNotes notes, DossierPage page, Materials materials) {
        this.notes = notes;
        this.page = page;
        this.materials = materials;
    }

    @PostMapping("/credit/query")
    String askRegistry(@PathVariable String id, Authentication signedIn) {
        notes.askRegistry(Person.of(signedIn), id);
        return "redirect:/dossier/" + id + "#credit";
    }

    @PostMapping("/credit")
    String creditFound(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String result,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(required = false) MultipartFile report,
            Authentication signedIn,
            Model model)
            throws IOException {
        Person person = Person.of(signedIn);
        notes.examined(person, id);
        try {
            notes.creditFound(person, id, CreditAnswer.State.of(result), remark, received(report));
            return "redirect:/dossier/" + id + "#credit";
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("creditRemark", remark);
            return page.show(id, signedIn, model);
        }
    }

    @PostMapping("/videos/{material}")
    String videoWatched(
            @PathVariable String id,
            @PathVariable long material,
            @RequestParam(defaultValue = "-1") int minutes,
            @RequestParam(defaultValue = "0") int seconds,
            @RequestParam(defaultValue = "") String remark,
            Authentication signedIn,
            Model model) {
        try {
            notes.videoWatched(Person.of(signedIn), id, material, minutes, seconds, remark);
            return "redirect:/dossier/" + id + "#video-" + material;
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            return page.show(id, signedIn, model);
        }
    }

    private Materials.Upload received(MultipartFile report) throws IOException {
        if (report == null || report.isEmpty()) {
            return null;
        }
        return materials.receive(
                MaterialKind.EVIDENCE, report.getOriginalFilename(), path -> report.transferTo(path.toFile()));
    }
}
