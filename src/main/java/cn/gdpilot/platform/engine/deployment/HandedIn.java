package cn.gdpilot.platform.engine.deployment;

import cn.gdpilot.platform.engine.guard.decision.Fields;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;

/** What a deployment command is about to deploy. */
final class HandedIn {

    private HandedIn() {}

    static DeploymentBuilderImpl builder(DeployCmd command) {
        return (DeploymentBuilderImpl) Fields.read(command, "deploymentBuilder");
    }

    static String name(DeployCmd command) {
        return Objects.requireNonNullElse(builder(command).getDeployment().getName(), "");
    }

    static List<ModelFile> files(DeployCmd command) {
        return files(builder(command).getDeployment().getResources());
    }

    static List<ModelFile> files(Map<String, ResourceEntity> resources) {
        Collection<ResourceEntity> all = resources == null ? List.of() : resources.values();
        return all.stream()
                .map(one -> ModelFile.of(one.getName(), one.getBytes()))
                .sorted(Comparator.comparing(ModelFile::name))
                .toList();
    }
}
