package cn.gdpilot.platform.engine.gate;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.platform.engine.tables.TableCheck;
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

    /** A gate that knows the names which models may use, and the ids of this program's own tables. */
    ModelGate(ExpressionNames listed, KnownBeans beans, TableCheck tables, Set<String> ownTables) {
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
            deployment.getResources().values().forEach(ModelGate::checkFile);
            names.check(deployment.getResources().values());
            Map<String, Set<String>> fields = new HashMap<>();
            deployment.getResources().values().stream()
                    .filter(file -> file.getName().endsWith(".form"))
                    .forEach(file -> fields.putAll(FormContents.fields(file.getName(), file.getBytes())));
            deployment.getResources().values().forEach(file -> checkContents(file, fields));
        }
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
