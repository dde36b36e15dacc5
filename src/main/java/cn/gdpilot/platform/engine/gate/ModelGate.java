package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.engine.gate.own.OwnSteps;
import cn.gdpilot.platform.engine.tables.TableCheck;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * What a deployment may contain: BPMN, DMN and forms that run no code of their own, and tables that keep to their
 * contracts. A model could otherwise run any class, script or shell command inside the server, and a table stop everybody.
 */
class ModelGate implements Deployer {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]{1,120}\\.(bpmn|dmn|form)");
    private static final int LARGEST = 2 * 1024 * 1024;

    private final ModelContents models;
    private final FormContents forms;
    private final TableCheck tables;
    private final ModelNames names = new ModelNames();
    private final DrawnEffects effects = new DrawnEffects();
    private final DrawnTables steps;
    private final DrawnVariables variables;
    private final OwnSteps own;

    /** A gate that knows the names which models may use, and the ids of this program's own tables. */
    ModelGate(ExpressionNames listed, KnownBeans beans, TableCheck tables, Set<String> ownTables, OwnSteps own) {
        this.own = own;
        this.tables = tables;
        this.steps = new DrawnTables(ownTables);
        this.variables = new DrawnVariables(listed, beans);
        this.models = new ModelContents(listed, beans);
        this.forms = new FormContents();
    }

    /** Judges a new deployment; what was deployed before has been judged then. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            Collection<ResourceEntity> files = deployment.getResources().values();
            files.forEach(ModelGate::checkFile);
            names.check(files);
            Map<String, Set<String>> fields = fields(files);
            files.forEach(file -> checkContents(file, fields));
        }
    }

    /** Why a deployment of these files would be refused, a sentence for each that is at fault; empty if it would be taken. */
    List<String> faults(Map<String, byte[]> contents) {
        List<ResourceEntity> files =
                contents.entrySet().stream().map(ModelGate::resource).toList();
        List<String> faults = new ArrayList<>();
        note(faults, () -> names.check(files));
        Map<String, Set<String>> fields = new HashMap<>();
        note(faults, () -> fields.putAll(fields(files)));
        files.forEach(file -> note(faults, () -> {
            checkFile(file);
            checkContents(file, fields);
        }));
        return faults.stream().distinct().toList();
    }

    private static void note(List<String> faults, Runnable check) {
        try {
            check.run();
        } catch (Refusal refusal) {
            faults.add(refusal.getMessage());
        }
    }

    private static ResourceEntity resource(Map.Entry<String, byte[]> file) {
        ResourceEntity resource = new ResourceEntity();
        resource.setName(file.getKey());
        resource.setBytes(file.getValue());
        return resource;
    }

    private static Map<String, Set<String>> fields(Collection<ResourceEntity> files) {
        Map<String, Set<String>> fields = new HashMap<>();
        files.stream()
                .filter(file -> file.getName().endsWith(".form"))
                .forEach(file -> fields.putAll(FormContents.fields(file.getName(), file.getBytes())));
        return fields;
    }

    private static void checkFile(ResourceEntity file) {
        String name = file.getName();
        if (!NAME.matcher(name).matches()) {
            throw Refusal.invalid("model.name", name.replaceAll("\\p{Cntrl}", "?"));
        }
        if (file.getBytes().length > LARGEST) {
            throw Refusal.invalid("model.large", name, LARGEST / 1024 / 1024);
        }
    }

    private void checkContents(ResourceEntity file, Map<String, Set<String>> fields) {
        String name = file.getName();
        if (name.endsWith(".form")) {
            forms.check(name, file.getBytes());
        } else {
            Optional<Refusal> unreadable = models.check(name, file.getBytes());
            checkTables(name, file.getBytes());
            unreadable.ifPresent(refusal -> {
                throw refusal;
            });
            if (name.endsWith(".bpmn")) {
                DrawnModel model = new DrawnModel(file.getBytes());
                effects.check(name, model);
                steps.check(name, model);
                variables.check(name, model, fields);
                own.check(name, file.getBytes());
            }
        }
    }

    private void checkTables(String name, byte[] model) {
        List<String> faults = name.endsWith(".dmn") ? tables.faults(name, model) : List.of();
        if (!faults.isEmpty()) {
            throw Refusal.invalid("table.refused", String.join("", faults));
        }
    }
}
