package cn.gdpilot.desk.application.portal;

import cn.gdpilot.desk.application.DraftFiles;
import cn.gdpilot.desk.application.OwnApplications;
import cn.gdpilot.desk.application.account.SignedInApplicant;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The files on the page of one application: attach, replace, put in order, take away, bring back. */
@Controller
@RequestMapping("/portal/applications/{id}")
class DraftFilesPage {

    private final OwnApplications own;
    private final DraftFiles files;
    private final Materials materials;
    private final ApplicationModel page;
    private final SignedInApplicant me;

    DraftFilesPage(
            OwnApplications own, DraftFiles files, Materials materials, ApplicationModel page, SignedInApplicant me) {
        this.own = own;
        this.files = files;
        this.materials = materials;
        this.page = page;
        this.me = me;
    }

    @PostMapping("/materials")
    String attach(
            @PathVariable String id,
            @RequestParam String kind,
            @RequestParam(required = false) Long replaces,
            @RequestParam MultipartFile file,
            Model model)
            throws IOException {
        try {
            if (file.isEmpty()
                    && Objects.requireNonNullElse(file.getOriginalFilename(), "")
                            .isBlank()) {
                throw Refusal.invalid("material.none");
            }
            own.checkEditable(me.id(), id);
            MaterialKind parsed = MaterialKind.parse(kind);
            materials.checkReplaced(id, parsed, replaces);
            files.attach(
                    me.id(),
                    id,
                    materials.receive(parsed, file.getOriginalFilename(), path -> file.transferTo(path.toFile())),
                    replaces);
            return ApplicationModel.done(id, "attached");
        } catch (Refusal refusal) {
            page.replacing(id, replaces, model);
            return page.refused(id, refusal, model);
        }
    }

    @PostMapping("/materials/{material}/remove")
    String detach(@PathVariable String id, @PathVariable long material) {
        files.detach(me.id(), id, material);
        return ApplicationModel.done(id, "removed");
    }

    @PostMapping("/materials/order")
    String arrange(@PathVariable String id, @RequestParam Map<String, String> fields, Model model) {
        try {
            files.arrange(me.id(), id, MaterialSlots.parse(fields), MaterialSlots.seen(fields));
            return ApplicationModel.done(id, "arranged");
        } catch (Refusal refusal) {
            model.addAttribute("typed", fields);
            return page.refused(id, refusal, model);
        }
    }

    @PostMapping("/materials/{material}/restore")
    String restore(@PathVariable String id, @PathVariable long material) {
        files.restore(me.id(), id, material);
        return ApplicationModel.done(id, "restored");
    }
}
