package cn.gdpilot.platform.engine.deployment;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
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
    private final TransactionTemplate transaction;

    ModelDeployment(RepositoryService repository, FolderModels folder, TransactionTemplate transaction) {
        this.repository = repository;
        this.folder = folder;
        this.transaction = transaction;
    }

    /**
     * Deploys what is due.
     *
     * @throws BrokenModels if nothing runs of a file that is refused, and the program brings no good one
     */
    public void deploy() {
        List<FolderFile> files = folder.all();
        files.stream().filter(one -> one.state() == FolderFile.State.KEPT).forEach(ModelDeployment::tellKept);
        files.stream().filter(one -> one.state() == FolderFile.State.SAME).forEach(one -> folder.agree(one.file()));
        List<FolderFile> due = files.stream().filter(FolderFile::isDue).toList();
        if (!due.isEmpty()) {
            deploy(due);
        }
    }

    private void deploy(List<FolderFile> due) {
        List<ModelFile> files = due.stream().map(FolderFile::file).toList();
        try {
            deployTogether(files);
        } catch (RuntimeException oneIsBad) {
            deployGood(due, files, oneIsBad);
        }
    }

    /** Finds the bad ones by trying each alone, and deploys the rest; what the program brings stands in where nothing runs yet. */
    private void deployGood(List<FolderFile> due, List<ModelFile> files, RuntimeException failure) {
        List<ModelFile> good = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        for (FolderFile one : due) {
            Optional<String> fault = files.size() == 1 ? Optional.of(reason(failure)) : fault(one.file(), files);
            if (fault.isEmpty()) {
                good.add(one.file());
            } else {
                refuse(one, fault.get());
                Optional<ModelFile> instead = one.running() == null ? standIn(one.file(), files) : Optional.empty();
                instead.ifPresent(good::add);
                if (one.running() == null && instead.isEmpty()) {
                    lacking.add(one.file().name() + ": " + fault.get());
                }
            }
        }
        if (!lacking.isEmpty()) {
            throw new BrokenModels(lacking);
        }
        if (!good.isEmpty()) {
            deployRest(due, good);
        }
    }

    /** Files that are good alone may still contradict each other, e.g. define the same id. */
    private void deployRest(List<FolderFile> due, List<ModelFile> good) {
        try {
            deployTogether(good);
        } catch (RuntimeException together) {
            String reason = reason(together);
            due.stream().filter(one -> good.contains(one.file())).forEach(one -> refuse(one, reason));
            if (due.stream().anyMatch(one -> one.running() == null)) {
                throw new BrokenModels(List.of(reason));
            }
        }
    }

    private void refuse(FolderFile one, String reason) {
        folder.refuse(one.file(), reason);
        String kept = one.running() == null ? "nothing of it runs yet" : "version " + one.running().version() + " keeps running";
        LOG.error("{} in the folder is refused, {}: {}", one.file().name(), kept, reason);
    }

    private Optional<ModelFile> standIn(ModelFile file, List<ModelFile> files) {
        return folder.shippedInstead(file).filter(shipped -> fault(shipped, files).isEmpty());
    }

    private void deployTogether(Collection<ModelFile> files) {
        builder(files).enableDuplicateFiltering(false).deploy();
        files.forEach(folder::agree);
        LOG.info("Taken from the folders: {}", files.stream().map(ModelFile::name).toList());
    }

    /** Deploys a file with the forms that it shows, and undoes it. */
    private Optional<String> fault(ModelFile file, List<ModelFile> beside) {
        List<ModelFile> together = new ArrayList<>(List.of(file));
        beside.stream().filter(isShownBy(file)).forEach(together::add);
        try {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                builder(together).deploy();
            });
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(reason(e));
        }
    }

    private static String reason(RuntimeException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), failure.getClass().getSimpleName());
    }

    private static Predicate<ModelFile> isShownBy(ModelFile process) {
        return one -> one.id().kind() == ModelId.Kind.FORM && process.forms().contains(one.id().key());
    }

    private DeploymentBuilder builder(Collection<ModelFile> files) {
        DeploymentBuilder deployment = repository.createDeployment().name(ModelSource.NAME).source(ModelSource.FOLDER);
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        return deployment;
    }

    private static void tellKept(FolderFile one) {
        LOG.warn("{} is not taken from the folder: version {} was deployed over REST ({}) and is another. To keep it, copy it into the folder; "
                        + "to have the folder's, deploy that one over REST as designer. Page /models shows and offers both.",
                one.file().name(), one.running().version(), one.running().deployment());
    }
}
