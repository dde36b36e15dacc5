package cn.gdpilot.platform.engine.deployment;

import cn.gdpilot.domain.calendar.Times;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.tables.TableTroubles;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The files of processes, tables and forms: what runs, what lies in the folders, where both differ and what to do about it. */
@Controller
@RequestMapping("/models")
class ModelsPage {

    private final FolderModels folder;
    private final RunningModels running;
    private final TableTroubles troubles;
    private final Times times;

    ModelsPage(FolderModels folder, RunningModels running, TableTroubles troubles, Times times) {
        this.folder = folder;
        this.running = running;
        this.troubles = troubles;
        this.times = times;
    }

    @GetMapping
    String show(Model model) {
        List<FolderFile> files = folder.all();
        Stream<Line> beside = files.stream().map(this::line);
        Stream<Line> alone = running.all().stream()
                .filter(one -> files.stream()
                        .noneMatch(file -> file.file().id().equals(one.file().id())))
                .map(one -> line(one, Texts.of("models.state.ALONE"), false, false));
        model.addAttribute(
                "lines",
                Stream.concat(beside, alone)
                        .sorted(Comparator.comparing(Line::calm).thenComparing(Line::file))
                        .toList());
        model.addAttribute("troubles", troubles.all());
        return "models";
    }

    /** The file as it runs. */
    @GetMapping("/{file}/running")
    ResponseEntity<byte[]> running(@PathVariable String file) {
        return download(running.all().stream().map(RunningModel::file), file);
    }

    /** The file as it lies in the folder. */
    @GetMapping("/{file}/folder")
    ResponseEntity<byte[]> folder(@PathVariable String file) {
        return download(folder.all().stream().map(FolderFile::file), file);
    }

    private static ResponseEntity<byte[]> download(Stream<ModelFile> files, String name) {
        ModelFile found = files.filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("models.unknown"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(found.content());
    }

    private Line line(FolderFile one) {
        String refusal = one.isDue() ? folder.refusal(one.file()).orElse(null) : null;
        String state = refusal == null
                ? Texts.of("models.state." + one.state())
                : Texts.of(one.running() == null ? "models.refused.new" : "models.refused", refusal);
        return one.running() == null
                ? new Line(one.file().name(), null, "", "", state, false, true)
                : line(one.running(), state, one.state() == FolderFile.State.SAME, true);
    }

    private Line line(RunningModel one, String state, boolean calm, boolean inFolder) {
        String source =
                one.fromFolder() ? Texts.of("models.source.folder") : Texts.of("models.source.rest", one.deployment());
        return new Line(one.file().name(), one.version(), times.of(one.deployedAt()), source, state, calm, inFolder);
    }

    /**
     * A file.
     *
     * @param file     name
     * @param version  that runs; null if none does
     * @param since    when it was deployed; empty if nothing runs
     * @param source   where what runs came from
     * @param state    how folder and engine differ, in Chinese
     * @param calm     whether they do not
     * @param inFolder whether the folder has the file
     */
    record Line(
            String file, Integer version, String since, String source, String state, boolean calm, boolean inFolder) {}
}
