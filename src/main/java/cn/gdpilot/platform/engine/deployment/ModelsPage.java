package cn.gdpilot.platform.engine.deployment;

import cn.gdpilot.domain.calendar.Times;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.deployment.WaitingModels.Decided;
import cn.gdpilot.platform.engine.deployment.WaitingModels.Waiting;
import cn.gdpilot.platform.engine.tables.TableTroubles;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The files of processes, tables and forms: what runs, what lies in the folders, where both differ and what to do about it. */
@Controller
@RequestMapping("/models")
class ModelsPage {

    private final FolderModels folder;
    private final RunningModels running;
    private final TableTroubles troubles;
    private final Times times;
    private final ModelRelease release;

    ModelsPage(FolderModels folder, RunningModels running, TableTroubles troubles, Times times, ModelRelease release) {
        this.folder = folder;
        this.running = running;
        this.troubles = troubles;
        this.times = times;
        this.release = release;
    }

    @GetMapping
    String show(Authentication signedIn, Model model) {
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
        Person person = Person.of(signedIn);
        Map<ModelId, ModelFile> runs = release.runs();
        model.addAttribute(
                "waiting",
                release.open().stream().map(one -> waiting(one, runs, person)).toList());
        model.addAttribute(
                "decided", release.decided().stream().map(this::outcome).toList());
        return "models";
    }

    /** The second person's decision: RELEASE or RETURN. */
    @PostMapping("/waiting/{deployment}")
    String decide(
            @PathVariable long deployment,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String grounds,
            @RequestParam(defaultValue = "") String seen,
            Authentication signedIn,
            Model model) {
        Person person = Person.of(signedIn);
        if (!release.isReleaser(person)) {
            throw Refusal.forbidden("models.not-releaser");
        }
        try {
            switch (decision) {
                case "RELEASE" -> release.release(deployment, seen, grounds, person);
                case "RETURN" -> release.sendBack(deployment, grounds, person);
                default -> throw Refusal.invalid("grant.action");
            }
            model.addAttribute("done", Texts.of("models.done." + decision));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
        }
        return show(signedIn, model);
    }

    /** The file as it was handed in. */
    @GetMapping("/waiting/{deployment}/{file}")
    ResponseEntity<byte[]> waiting(@PathVariable long deployment, @PathVariable String file) {
        return download(
                release.open().stream().filter(one -> one.id() == deployment).flatMap(one -> one.files().stream()),
                file);
    }

    private Outcome outcome(Decided one) {
        return new Outcome(
                one.name(),
                one.handedInBy() == null ? Texts.of("models.source.folder") : one.handedInBy(),
                times.of(one.handedInAt()),
                Texts.of(one.released() ? "models.outcome.RELEASE" : "models.outcome.RETURN"),
                one.decidedBy(),
                times.of(one.decidedAt()),
                one.grounds());
    }

    private Handed waiting(Waiting one, Map<ModelId, ModelFile> runs, Person person) {
        return new Handed(
                one.id(),
                one.name(),
                one.handedInBy() == null ? Texts.of("models.source.folder") : one.handedInBy(),
                times.of(one.handedInAt()),
                one.files().stream()
                        .map(file -> Change.of(file, runs.get(file.id())))
                        .toList(),
                release.problem(one).orElse(null),
                release.base(one),
                release.isReleaser(person) && !person.username().equals(one.handedInBy()));
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
        if (one.isDue() && release.holdsBack(one.file())) {
            return one.running() == null
                    ? new Line(one.file().name(), null, "", "", Texts.of("models.state.HELD"), false, true)
                    : line(one.running(), Texts.of("models.state.HELD"), false, true);
        }
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
     * A deployment that waits.
     *
     * @param id         key
     * @param name       of the deployment
     * @param person     who has handed it in
     * @param at         when
     * @param changes    file by file
     * @param problem    why the gate would refuse it now; null if it would not
     * @param base       what runs of it now, as one word
     * @param mayDecide  whether this reader may decide
     */
    record Handed(
            long id,
            String name,
            String person,
            String at,
            List<Change> changes,
            String problem,
            String base,
            boolean mayDecide) {}

    /**
     * A deployment that was decided.
     *
     * @param name      of the deployment
     * @param person    who has handed it in
     * @param at        when
     * @param outcome   released or sent back, in Chinese
     * @param decidedBy who
     * @param decidedAt when
     * @param grounds   why
     */
    record Outcome(
            String name,
            String person,
            String at,
            String outcome,
            String decidedBy,
            String decidedAt,
            String grounds) {}

    /**
     * A file that waits, beside what runs.
     *
     * @param file  name
     * @param hash  SHA-256
     * @param isNew whether nothing runs of it
     * @param less  how many lines only what runs has
     * @param more  how many lines only the new file has
     * @param gone  those that only what runs has; at most {@link #MOST}
     * @param added those that only the new file has; at most {@link #MOST}
     */
    record Change(
            String file,
            String hash,
            boolean isNew,
            int less,
            int more,
            List<LineChanges.Numbered> gone,
            List<LineChanges.Numbered> added) {

        static final int MOST = 60;

        static Change of(ModelFile file, ModelFile runs) {
            if (runs == null) {
                return new Change(file.name(), file.hash(), true, 0, 0, List.of(), List.of());
            }
            LineChanges lines = LineChanges.between(runs, file);
            return new Change(
                    file.name(),
                    file.hash(),
                    false,
                    lines.gone().size(),
                    lines.added().size(),
                    lines.gone().stream().limit(MOST).toList(),
                    lines.added().stream().limit(MOST).toList());
        }
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
