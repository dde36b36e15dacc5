package cn.gdpilot.desk.application.portal;

import cn.gdpilot.desk.application.DraftFiles;
import cn.gdpilot.desk.application.OwnApplications;
import cn.gdpilot.desk.application.UploadGate;
import cn.gdpilot.desk.application.account.SignedInApplicant;
import cn.gdpilot.domain.material.FileLabel;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.MaterialKinds;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.papers.ApplicationPapers;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The files on the page of one application: attach, replace, list in an index, put in order, take away, bring back. */
@Controller
@RequestMapping("/portal/applications/{id}")
class DraftFilesPage {

    private final OwnApplications own;
    private final DraftFiles files;
    private final UploadGate gate;
    private final Materials materials;
    private final MaterialKinds kinds;
    private final ApplicationPapers papers;
    private final ApplicationModel page;
    private final SignedInApplicant me;

    DraftFilesPage(
            OwnApplications own,
            DraftFiles files,
            UploadGate gate,
            Materials materials,
            MaterialKinds kinds,
            ApplicationPapers papers,
            ApplicationModel page,
            SignedInApplicant me) {
        this.own = own;
        this.files = files;
        this.gate = gate;
        this.materials = materials;
        this.kinds = kinds;
        this.papers = papers;
        this.page = page;
        this.me = me;
    }

    @PostMapping("/materials")
    String attach(
            @PathVariable String id,
            @RequestParam String kind,
            @RequestParam(required = false) Long replaces,
            @RequestParam(required = false) String year,
            @RequestParam(name = "class", required = false) String resultClass,
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
            MaterialKind parsed = kinds.parse(kind);
            materials.checkReplaced(id, parsed, replaces);
            FileLabel label = FileLabel.parse(parsed, year, resultClass);
            files.checkLabel(me.id(), id, parsed, file.getOriginalFilename(), label, replaces);
            gate.pass(
                    me.id(),
                    id,
                    parsed,
                    Math.max(1, file.getSize()),
                    me.actor(),
                    () -> files.attach(
                            me.id(),
                            id,
                            materials
                                    .receive(parsed, file.getOriginalFilename(), path -> file.transferTo(path.toFile()))
                                    .labelled(label),
                            replaces));
            return ApplicationModel.done(id, "attached");
        } catch (Refusal refusal) {
            page.replacing(id, replaces, model);
            return page.refused(id, refusal, model);
        }
    }

    /** Makes the index of what has been uploaded and adds it to the materials, in place of an earlier one. */
    @PostMapping("/index")
    String makeIndex(@PathVariable String id) throws IOException {
        Application application = own.get(me.id(), id);
        List<Material> listed = materials.of(id);
        byte[] index = papers.index(application, listed);
        gate.keep(
                me.id(),
                id,
                MaterialKind.INDEX,
                index.length,
                me.actor(),
                () -> files.attachIndex(
                        me.id(),
                        id,
                        materials.receive(MaterialKind.INDEX, Texts.of("index.file"), new ByteArrayInputStream(index)),
                        listed));
        return "redirect:/portal/applications/" + id + "?indexed#papers-title";
    }

    @PostMapping("/materials/{material}/remove")
    String detach(@PathVariable String id, @PathVariable long material) {
        files.detach(me.id(), id, material);
        return ApplicationModel.done(id, "removed");
    }

    @PostMapping("/materials/order")
    String arrange(@PathVariable String id, @RequestParam Map<String, String> fields, Model model) {
        try {
            files.arrange(
                    me.id(),
                    id,
                    MaterialSlots.parse(fields),
                    MaterialSlots.labels(fields, materials.of(id)),
                    MaterialSlots.seen(fields));
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
