package cn.gdpilot.platform.engine.deployment;

import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Words;
import cn.gdpilot.platform.engine.deployment.WaitingModels.Decided;
import cn.gdpilot.platform.engine.deployment.WaitingModels.Waiting;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Four eyes on models: where a group releases, what was handed in takes effect only when a person of it who has not
 * handed it in has said so. Until then what runs goes on.
 */
@Component
class ModelRelease {

    private static final int DECIDED_SHOWN = 20;

    private final ObjectProvider<RepositoryService> repository;
    private final RunningModels running;
    private final WaitingModels waiting;
    private final FolderModels folder;
    private final DeploymentRecord record;
    private final TransactionTemplate transaction;
    private final String group;
    /** What this thread deploys of what waits: true to look only, false to release it; null elsewhere. */
    private final ThreadLocal<Boolean> looking = new ThreadLocal<>();

    /**
     * Asks the engine only when something is released: it comes after this.
     *
     * @param group who releases; blank where what is handed in takes effect at once
     */
    ModelRelease(
            ObjectProvider<RepositoryService> repository,
            RunningModels running,
            WaitingModels waiting,
            FolderModels folder,
            DeploymentRecord record,
            TransactionTemplate transaction,
            @Value("${pilot.models.release-group}") String group) {
        this.repository = repository;
        this.running = running;
        this.waiting = waiting;
        this.folder = folder;
        this.record = record;
        this.transaction = transaction;
        this.group = group.strip();
    }

    /** True if what is handed in now has to wait. */
    boolean isAsked() {
        return !group.isEmpty() && looking.get() == null;
    }

    /** True while somebody only looks what the gate would say: no line of the record tells of that. */
    boolean isLooking() {
        return Boolean.TRUE.equals(looking.get());
    }

    /** True if that person may release what others have handed in. */
    boolean isReleaser(Person person) {
        return !group.isEmpty() && person.groups().contains(group);
    }

    List<Waiting> open() {
        return waiting.open();
    }

    /** What was decided last, with grounds: whoever has handed it in reads them. */
    List<Decided> decided() {
        return waiting.decided(DECIDED_SHOWN);
    }

    /** Does it and undoes it: all that stands before a deployment judges, and nothing takes effect. */
    <T> T tried(Supplier<T> deployment) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return deployment.get();
        });
    }

    /** Keeps what a person has handed in. */
    Waiting handIn(String name, String source, String person, Collection<ModelFile> files) {
        return transaction.execute(status -> {
            record.waits(person, name, files);
            return waiting.add(name, source, person, files);
        });
    }

    /**
     * The files of the folders that a start takes: all where no group releases or nothing runs yet, else those that came with
     * the program, which has its own release. The others wait; what was sent back is not handed in again.
     */
    List<FolderFile> atOnce(List<FolderFile> due) {
        if (!isAsked() || running.all().isEmpty()) {
            return due;
        }
        Map<Boolean, List<FolderFile>> shipped = due.stream()
                .collect(Collectors.partitioningBy(one -> folder.shipped(one.file())
                        .filter(one.file()::saysTheSame)
                        .isPresent()));
        List<ModelFile> others = shipped.get(false).stream()
                .map(FolderFile::file)
                .filter(file -> !waiting.knows(file))
                .toList();
        if (!others.isEmpty()) {
            handIn(ModelSource.NAME, ModelSource.FOLDER, null, others);
        }
        return shipped.get(true);
    }

    /** True if this file of the folders waits, or was sent back. */
    boolean holdsBack(ModelFile file) {
        return isAsked() && waiting.knows(file);
    }

    /** Why the gate would refuse it as things stand; empty if it would not. */
    Optional<String> problem(Waiting one) {
        try {
            tried(() -> deployed(one, true));
            return Optional.empty();
        } catch (Refusal | ProcessEngineException fault) {
            return Optional.of(fault.getMessage());
        }
    }

    /** What runs of these files, as one word: another word means that something else runs by now. */
    String base(Waiting one) {
        Map<ModelId, ModelFile> runs = runs();
        String hashes = one.files().stream()
                .map(file -> Optional.ofNullable(runs.get(file.id()))
                        .map(ModelFile::hash)
                        .orElse("-"))
                .collect(Collectors.joining("\n"));
        return new ModelFile("", null, null, hashes.getBytes(StandardCharsets.US_ASCII)).hash();
    }

    /** True if each of these files is what runs. */
    boolean isRunning(Collection<ModelFile> files) {
        Map<ModelId, ModelFile> runs = runs();
        return files.stream()
                .allMatch(file ->
                        runs.containsKey(file.id()) && runs.get(file.id()).saysTheSame(file));
    }

    /** What runs, by its id. */
    Map<ModelId, ModelFile> runs() {
        return running.all().stream()
                .map(RunningModel::file)
                .collect(Collectors.toMap(ModelFile::id, Function.identity(), (one, other) -> one));
    }

    /**
     * Releases it: the gate judges it again, with what runs now.
     *
     * @param seen what ran when the person looked, see {@link #base}
     * @throws Refusal if the person has handed it in or is not of the group, it is decided, something else runs by now, or
     *     the gate refuses it; it waits on then
     */
    void release(long id, String seen, String grounds, Person by) {
        check(grounds, by);
        try {
            transaction.executeWithoutResult(status -> {
                Waiting one = take(id, by);
                if (!base(one).equals(seen)) {
                    throw Refusal.conflict("models.base-moved");
                }
                deployed(one, false);
                waiting.decide(id, by.username(), true, grounds.strip());
                record.released(by.username(), one, grounds.strip());
                if (one.source().equals(ModelSource.FOLDER)) {
                    one.files().forEach(folder::agree);
                }
            });
        } catch (ProcessEngineException fault) {
            throw Refusal.invalid("models.release-refused", fault.getMessage());
        }
    }

    /**
     * Sends it back; what runs goes on.
     *
     * @throws Refusal if the person is not of the group or has handed it in, or it is decided
     */
    void sendBack(long id, String grounds, Person by) {
        check(grounds, by);
        transaction.executeWithoutResult(status -> {
            Waiting one = take(id, by);
            waiting.decide(id, by.username(), false, grounds.strip());
            record.sentBack(by.username(), one, grounds.strip());
        });
    }

    private void check(String grounds, Person by) {
        if (!isReleaser(by)) {
            throw Refusal.forbidden("models.not-releaser");
        }
        if (Words.none(grounds) || TextLimit.REASON.exceededBy(grounds)) {
            throw Refusal.invalid("grant.grounds", TextLimit.REASON.length());
        }
    }

    private Waiting take(long id, Person by) {
        Waiting one = waiting.take(id);
        if (by.username().equals(one.handedInBy())) {
            throw Refusal.byRule(null, "models.second-person");
        }
        return one;
    }

    private Waiting deployed(Waiting one, boolean onlyLooking) {
        DeploymentBuilder deployment =
                repository.getObject().createDeployment().name(one.name()).source(one.source());
        one.files().forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        looking.set(onlyLooking);
        try {
            deployment.deploy();
        } finally {
            looking.remove();
        }
        return one;
    }
}
