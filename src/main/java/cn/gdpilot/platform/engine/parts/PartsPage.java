package cn.gdpilot.platform.engine.parts;

import cn.gdpilot.platform.engine.deployment.RunningModel;
import cn.gdpilot.platform.engine.deployment.RunningModels;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 可用组件: all that designers may name, with what to type and where running models use it. */
@Controller
@RequestMapping("/models/parts")
class PartsPage {

    /** So few parts are shown with all that is said of them. */
    private static final int MOST_OPEN = 10;

    private final Parts parts;
    private final ElementTemplates templates;
    private final RunningModels running;

    PartsPage(Parts parts, ElementTemplates templates, RunningModels running) {
        this.parts = parts;
        this.templates = templates;
        this.running = running;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String words, Model model) {
        List<Part> found = parts.all(drawn()).stream()
                .filter(part -> kind.isEmpty() || part.kind().name().equals(kind))
                .filter(part -> part.says(words))
                .toList();
        model.addAttribute("kinds", PartKind.values());
        model.addAttribute("kind", kind);
        model.addAttribute("words", words);
        model.addAttribute("open", found.size() <= MOST_OPEN);
        model.addAttribute(
                "shown",
                Stream.of(PartKind.values())
                        .map(one -> new Section(
                                one,
                                found.stream()
                                        .filter(part -> part.kind() == one)
                                        .toList()))
                        .filter(section -> !section.parts().isEmpty())
                        .toList());
        return "parts";
    }

    /** The element templates of what runs. */
    @GetMapping("/element-templates.json")
    ResponseEntity<byte[]> elementTemplates() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(ElementTemplates.FILE)
                                .build()
                                .toString())
                .body(templates.file(drawn()));
    }

    private Drawn drawn() {
        return new Drawn(running.all().stream()
                .map(RunningModel::file)
                .collect(Collectors.toMap(file -> file.name(), file -> file.content(), (one, other) -> one)));
    }

    /** Parts of one kind. */
    record Section(PartKind kind, List<Part> parts) {

        /** How many. */
        public int count() {
            return parts.size();
        }
    }
}
