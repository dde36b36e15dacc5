package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import cn.gdpilot.platform.engine.gate.drawn.DrawnForm;
import cn.gdpilot.platform.engine.gate.drawn.DrawnModel;
import cn.gdpilot.platform.engine.gate.rules.ModelRules;
import cn.gdpilot.platform.engine.gate.rules.OwnSteps;
import cn.gdpilot.platform.engine.gate.rules.Release;
import cn.gdpilot.platform.engine.tables.TableCheck;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * The one gate for models, tables and forms: at a deployment, at a start, in the build and for the command. It tells every
 * fault with its rule, file, element and what to do.
 */
class ModelGate implements Deployer {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]{1,120}\\.(bpmn|dmn|form)");
    private static final int LARGEST = 2 * 1024 * 1024;

    private final ModelContents models;
    private final FormContents forms = new FormContents();
    private final TableCheck tables;
    private final ModelNames names = new ModelNames();
    private final ModelRules rules;
    private final Surroundings beside;

    /** A gate that knows the names which models may use, and what is there beside a deployment. */
    ModelGate(ExpressionNames listed, KnownBeans beans, TableCheck tables, KnownGroups groups, OwnSteps own) {
        this.tables = tables;
        this.models = new ModelContents(listed, beans);
        this.rules =
                new ModelRules(tables.inputs(), name -> listed.readers().contains(name) || beans.isDelegate(name), own);
        this.beside = new Surroundings(names.known(), groups);
    }

    /** Judges a new deployment; what was deployed before has been judged then. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            Collection<String> faults = faults(deployment.getResources().values());
            if (!faults.isEmpty()) {
                throw Fault.refusal(faults);
            }
        }
    }

    /** Why a deployment of these files would be refused, a sentence for each fault; empty if it would be taken. */
    List<String> faults(Map<String, byte[]> contents) {
        return List.copyOf(
                faults(contents.entrySet().stream().map(ModelGate::resource).toList()));
    }

    private static ResourceEntity resource(Map.Entry<String, byte[]> file) {
        ResourceEntity resource = new ResourceEntity();
        resource.setName(file.getKey());
        resource.setBytes(file.getValue());
        return resource;
    }

    private Collection<String> faults(Collection<ResourceEntity> handedIn) {
        Set<String> told = new LinkedHashSet<>();
        List<ResourceEntity> files = handedIn.stream()
                .sorted(Comparator.comparing(ResourceEntity::getName))
                .toList();
        List<ResourceEntity> readable = files.stream()
                .filter(file -> isTaken(told, () -> contents(file, told)))
                .toList();
        List<ResourceEntity> bounded =
                files.stream().filter(file -> file.getBytes().length <= LARGEST).toList();
        isTaken(told, () -> names.check(bounded));
        Release release = new Release(
                readable.stream()
                        .filter(file -> file.getName().endsWith(".bpmn"))
                        .collect(Collectors.toMap(
                                ResourceEntity::getName,
                                file -> new DrawnModel(file.getBytes()),
                                (one, other) -> one,
                                TreeMap::new)),
                readable.stream()
                        .filter(file -> file.getName().endsWith(".form"))
                        .collect(Collectors.toMap(
                                ResourceEntity::getName,
                                file -> new DrawnForm(file.getBytes()),
                                (one, other) -> one,
                                TreeMap::new)),
                beside.with(names.tables(bounded)));
        release.models().keySet().forEach(file -> tell(told, rules.ofModel(file, release)));
        release.forms().keySet().forEach(file -> tell(told, rules.ofForm(file, release)));
        return told;
    }

    private static void tell(Set<String> told, Collection<Fault> faults) {
        faults.forEach(fault -> told.add(fault.text()));
    }

    /** True if nothing stands against reading further. */
    private static boolean isTaken(Set<String> told, Runnable check) {
        try {
            check.run();
            return true;
        } catch (Refusal refusal) {
            told.add(refusal.getMessage());
            return false;
        }
    }

    /** What a file may contain at all; a table's own faults do not keep it from being read. */
    private void contents(ResourceEntity file, Set<String> told) {
        String name = file.getName();
        if (!NAME.matcher(name).matches()) {
            throw Fault.of(Rule.FILE, name, "rule.A-01.name").refusal();
        }
        if (file.getBytes().length > LARGEST) {
            throw Fault.of(Rule.FILE, name, "rule.A-01.large", LARGEST / 1024 / 1024)
                    .refusal();
        }
        if (name.endsWith(".form")) {
            forms.check(name, file.getBytes());
            return;
        }
        Optional<Refusal> unreadable = models.check(name, file.getBytes());
        List<Fault> faults = new ArrayList<>();
        if (name.endsWith(".dmn")) {
            faults.addAll(tables.faults(name, file.getBytes()));
            tell(told, faults);
        }
        if (faults.isEmpty()) {
            unreadable.ifPresent(refusal -> told.add(refusal.getMessage()));
        }
    }
}
