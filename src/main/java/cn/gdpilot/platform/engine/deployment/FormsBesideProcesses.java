package cn.gdpilot.platform.engine.deployment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Completes a deployment: a task shows the form that was deployed with its process, so a process brings its forms along
 * and a form the processes that show it, as they run.
 */
class FormsBesideProcesses {

    private final Collection<RunningModel> running;

    FormsBesideProcesses(Collection<RunningModel> running) {
        this.running = running;
    }

    /** What has to come along, as it runs; empty if nothing is missing. A form that is nowhere is the gate's matter. */
    List<ModelFile> missing(Collection<ModelFile> handedIn) {
        Map<ModelId, ModelFile> all = new LinkedHashMap<>();
        handedIn.forEach(file -> all.put(file.id(), file));
        List<ModelFile> added = new ArrayList<>();
        add(added, all, one -> handedIn.stream().anyMatch(file -> shows(one, file)));
        Collection<ModelFile> processes = List.copyOf(all.values());
        add(added, all, one -> processes.stream().anyMatch(file -> shows(file, one)));
        return added;
    }

    private void add(List<ModelFile> added, Map<ModelId, ModelFile> all, Predicate<ModelFile> needed) {
        running.stream()
                .map(RunningModel::file)
                .filter(needed)
                .filter(one -> all.putIfAbsent(one.id(), one) == null)
                .forEach(added::add);
    }

    private static boolean shows(ModelFile process, ModelFile form) {
        return form.id().kind() == ModelId.Kind.FORM
                && process.forms().contains(form.id().key());
    }
}
