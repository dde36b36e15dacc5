package cn.gdpilot.engine;

import cn.gdpilot.eligibility.TableHistory;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Versions of tables by the moment of their deployment; deployments are never deleted. */
@Component
class DeployedTables implements TableHistory {

    private final RepositoryService repository;

    DeployedTables(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public List<String> inForce(List<String> tables, Instant at) {
        return tables.stream().flatMap(table -> inForce(table, Date.from(at)).stream()).toList();
    }

    private Optional<String> inForce(String table, Date at) {
        return repository.createDecisionDefinitionQuery().decisionDefinitionKey(table).list().stream()
                .filter(version -> !deployedAt(version).after(at))
                .max(Comparator.comparingInt(DecisionDefinition::getVersion))
                .map(version -> table + " v" + version.getVersion());
    }

    private Date deployedAt(DecisionDefinition version) {
        return repository.createDeploymentQuery().deploymentId(version.getDeploymentId()).singleResult().getDeploymentTime();
    }
}
