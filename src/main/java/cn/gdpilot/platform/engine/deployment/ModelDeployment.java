package cn.gdpilot.platform.engine.deployment;

import cn.gdpilot.domain.text.Texts;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys what has changed in {@code processes/} and {@code forms/} since the folders and the engine last said the same.
 * Keeps what was deployed over REST meanwhile, and the last good version of a file that is refused.
 */
@Component
public class ModelDeployment {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);

    private final RepositoryService repository;
    private final FolderModels folder;
    private final DeploymentRecord record;
    private final TransactionTemplate transaction;
    private final ModelRelease release;

    ModelDeployment(
            RepositoryService repository,
            FolderModels folder,
            DeploymentRecord record,
            TransactionTemplate transaction,
            ModelRelease release) {
        this.repository = repository;
        this.folder = folder;
        this.record = record;
        this.transaction = transaction;
        this.release = release;
    }

    /**
     * Deploys the files that are due.
     *
     * @throws BrokenModels if nothing runs of a file that is refused, and the program brings no good one
     */
    public void deploy() {
        List<FolderFile> files = folder.all();
        files.stream().filter(one -> one.state() == FolderFile.State.KEPT).forEach(one -> {
            tellKept(one);
            folder.meet(one.file());
        });
        files.stream().filter(one -> one.state() == FolderFile.State.SAME).forEach(one -> folder.agree(one.file()));
        List<FolderFile> due =
                release.atOnce(files.stream().filter(FolderFile::isDue).toList());
        if (!due.isEmpty()) {
            deploy(due, contradictions(files));
        }
    }

    /** True if a file of that name waits for the person who releases it. */
    public boolean isWaiting(String file) {
        return release.open().stream()
                .flatMap(waiting -> waiting.files().stream())
                .anyMatch(one -> one.name().equals(file));
    }

    /** Files of the folders that share an id, by that id. */
    private static Map<ModelId, List<ModelFile>> contradictions(List<FolderFile> files) {
        Map<ModelId, List<ModelFile>> byId = files.stream()
                .map(FolderFile::file)
                .collect(Collectors.groupingBy(ModelFile::id, LinkedHashMap::new, Collectors.toList()));
        byId.values().removeIf(same -> same.size() == 1);
        return byId;
    }

    private void deploy(List<FolderFile> due, Map<ModelId, List<ModelFile>> contradictions) {
        boolean isClear = due.stream()
                .noneMatch(one -> contradictions.containsKey(one.file().id()));
        if (isClear && deployedTogether(due.stream().map(FolderFile::file).toList())) {
            return;
        }
        Choice choice = new Choice();
        // Forms first: a process is tried with the forms that will be deployed, so that a bad form does not make it a
        // bad process.
        due.stream()
                .sorted(Comparator.comparing(one -> one.file().id().kind() != ModelId.Kind.FORM))
                .forEach(one ->
                        choose(one, contradictions.getOrDefault(one.file().id(), List.of()), choice));
        if (!choice.lacking().isEmpty()) {
            throw new BrokenModels(choice.lacking());
        }
        if (!deployedTogether(choice.good())) {
            deployRest(due, choice);
        }
    }

    /** Tries a file by itself. */
    private void choose(FolderFile one, List<ModelFile> sameId, Choice choice) {
        ModelFile file = one.file();
        if (!sameId.isEmpty()) {
            String reason = Texts.of("model.twice", names(sameId), file.id().key());
            record.refused(null, ModelSource.NAME, List.of(file), reason);
            refuse(one, reason, sameId.stream().flatMap(same -> folder.shipped(same).stream()), choice);
            return;
        }
        fault(file, choice.good())
                .ifPresentOrElse(
                        reason -> refuse(
                                one,
                                reason,
                                folder.shipped(file).filter(shipped -> !shipped.saysTheSame(file)).stream(),
                                choice),
                        () -> choice.good().add(file));
    }

    /** Where nothing runs yet, the program's own stands in. */
    private void refuse(FolderFile one, String reason, Stream<ModelFile> shipped, Choice choice) {
        tellRefused(one, reason);
        if (one.running() == null
                && choice.good().stream()
                        .noneMatch(good -> good.id().equals(one.file().id()))) {
            shipped.filter(instead -> fault(instead, choice.good()).isEmpty())
                    .findFirst()
                    .ifPresentOrElse(
                            choice.good()::add,
                            () -> choice.lacking().add(one.file().name() + ": " + reason));
        }
    }

    /** Files that are good alone may still contradict each other: adds one after the other, and refuses those that do not fit. */
    private void deployRest(List<FolderFile> due, Choice choice) {
        List<ModelFile> fitting = new ArrayList<>();
        for (ModelFile file : choice.good()) {
            Optional<String> fault = faultTogether(with(fitting, file));
            if (fault.isEmpty()) {
                fitting.add(file);
                continue;
            }
            FolderFile one = due.stream()
                    .filter(candidate -> candidate.file() == file)
                    .findFirst()
                    .orElse(null);
            if (one != null) {
                tellRefused(one, fault.get());
            }
            if (one == null || one.running() == null) {
                choice.lacking().add(file.name() + ": " + fault.get());
            }
        }
        if (!choice.lacking().isEmpty()) {
            throw new BrokenModels(choice.lacking());
        }
        deployTogether(fitting);
    }

    private void tellRefused(FolderFile one, String reason) {
        folder.refuse(one.file(), reason);
        String kept = one.running() == null
                ? "nothing of it runs yet"
                : "version " + one.running().version() + " keeps running";
        LOG.error("{} in the folder is refused, {}: {}", one.file().name(), kept, reason);
    }

    private boolean deployedTogether(List<ModelFile> files) {
        try {
            deployTogether(files);
            return true;
        } catch (RuntimeException oneIsBad) {
            return false;
        }
    }

    private void deployTogether(Collection<ModelFile> files) {
        if (files.isEmpty()) {
            return;
        }
        builder(files).enableDuplicateFiltering(false).deploy();
        files.forEach(folder::agree);
    }

    /** Deploys a file with those of these forms that it shows, and undoes it; empty if that works. */
    private Optional<String> fault(ModelFile file, List<ModelFile> chosen) {
        return faultTogether(with(chosen.stream().filter(isShownBy(file)).toList(), file));
    }

    private Optional<String> faultTogether(List<ModelFile> files) {
        try {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                builder(files).deploy();
            });
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(reason(e));
        }
    }

    private static List<ModelFile> with(List<ModelFile> files, ModelFile more) {
        return Stream.concat(files.stream(), Stream.of(more)).toList();
    }

    private static String names(List<ModelFile> files) {
        return files.stream().map(ModelFile::name).collect(Collectors.joining("”、“"));
    }

    private static String reason(RuntimeException failure) {
        return Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
    }

    private static Predicate<ModelFile> isShownBy(ModelFile process) {
        return one -> one.id().kind() == ModelId.Kind.FORM
                && process.forms().contains(one.id().key());
    }

    private DeploymentBuilder builder(Collection<ModelFile> files) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(ModelSource.NAME).source(ModelSource.FOLDER);
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        return deployment;
    }

    private static void tellKept(FolderFile one) {
        LOG.warn(
                "{} is not taken from the folder: version {} was deployed over REST ({}) and is another. To keep it, copy it into the folder; "
                        + "to have the folder's, deploy that one over REST as designer. Page /models shows and offers both.",
                one.file().name(),
                one.running().version(),
                one.running().deployment());
    }

    /**
     * Files that a start decides on.
     *
     * @param good    to be deployed
     * @param lacking files and reasons, of which neither a version runs nor a good one is shipped
     */
    private record Choice(List<ModelFile> good, List<String> lacking) {

        Choice() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }
}
