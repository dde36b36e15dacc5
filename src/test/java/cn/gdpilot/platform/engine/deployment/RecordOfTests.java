package cn.gdpilot.platform.engine.deployment;

import cn.gdpilot.platform.engine.deployment.WaitingModels.Waiting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Stands in for the record: keeps its lines in memory. */
final class RecordOfTests extends DeploymentRecord {

    private final List<String> lines = new ArrayList<>();

    RecordOfTests() {
        super(null);
    }

    void clear() {
        lines.clear();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    void accepted(String person, String id, String name, Collection<ModelFile> files) {
        lines.add("accepted " + person + " " + names(files));
    }

    @Override
    void refused(String person, String name, Collection<ModelFile> files, String reason) {
        lines.add("refused " + person + " " + names(files) + " " + reason);
    }

    @Override
    void unchanged(String person, String name, Collection<ModelFile> files) {
        lines.add("unchanged " + person + " " + names(files));
    }

    @Override
    void waits(String person, String name, Collection<ModelFile> files) {
        lines.add("waits " + person + " " + names(files));
    }

    @Override
    void released(String by, Waiting one, String grounds) {
        lines.add("released " + by + " " + one.handedInBy() + " " + names(one.files()) + " " + grounds);
    }

    @Override
    void sentBack(String by, Waiting one, String grounds) {
        lines.add("sent back " + by + " " + one.handedInBy() + " " + names(one.files()) + " " + grounds);
    }

    private static List<String> names(Collection<ModelFile> files) {
        return files.stream().map(ModelFile::name).toList();
    }
}
