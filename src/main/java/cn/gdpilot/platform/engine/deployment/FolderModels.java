package cn.gdpilot.platform.engine.deployment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The folders' files beside what runs, and which of them were refused at the start. */
@Component
public class FolderModels {

    private final ModelFolders folders;
    private final RunningModels running;
    private final FolderMemory memory;
    private final Map<String, String> refusals = new ConcurrentHashMap<>();

    /** Compares these folders with what runs. */
    public FolderModels(ModelFolders folders, RunningModels running, FolderMemory memory) {
        this.folders = folders;
        this.running = running;
        this.memory = memory;
    }

    /** All files of the folders as they stand now. */
    public List<FolderFile> all() {
        Map<ModelId, RunningModel> runs = running.all().stream()
                .collect(Collectors.toMap(model -> model.file().id(), Function.identity(), (one, other) -> one));
        Map<String, String> agreed = memory.hashes();
        return folders.files().stream()
                .map(file -> {
                    RunningModel model = runs.get(file.id());
                    return new FolderFile(file, model, state(file, model, agreed.get(file.name())));
                })
                .toList();
    }

    private static FolderFile.State state(ModelFile file, RunningModel running, String agreed) {
        if (running == null) {
            return FolderFile.State.NEW;
        }
        if (running.file().saysTheSame(file)) {
            return FolderFile.State.SAME;
        }
        boolean untouched = agreed == null
                ? running.fromFolder()
                : agreed.equals(running.file().hash());
        return untouched ? FolderFile.State.CHANGED : FolderFile.State.KEPT;
    }

    /** The file as shipped; empty if the program ships none of that name with the same id. */
    public Optional<ModelFile> shipped(ModelFile file) {
        return folders.shipped(file.name()).filter(shipped -> shipped.id().equals(file.id()));
    }

    /** Notes that folder and engine say the same of a file. */
    public void agree(ModelFile file) {
        memory.keep(file);
    }

    /**
     * Remembers a file of the folder beside what was deployed over REST, if it is seen for the first time. Later starts cannot
     * tell REST's version by its deployment: a changed form takes the process along into a deployment of the folder.
     */
    public void meet(ModelFile file) {
        if (!memory.hashes().containsKey(file.name())) {
            memory.keep(file);
        }
    }

    /** Notes why a file of the folder is not taken. */
    public void refuse(ModelFile file, String reason) {
        refusals.put(file.hash(), reason);
    }

    /** Why this node's start did not take the file as it stands; empty if it did not refuse it. */
    public Optional<String> refusal(ModelFile file) {
        return Optional.ofNullable(refusals.get(file.hash()));
    }
}
