package cn.gdpilot.platform.engine.tables;

import cn.gdpilot.domain.eligibility.TableHistory;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Versions of tables by the moment of their deployment; deployments are never deleted. */
@Component
class DeployedTables implements TableHistory {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private final RepositoryService repository;
    private final Cache<String, List<Version>> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build();

    DeployedTables(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public List<String> inForce(List<String> tables, Instant at) {
        return tables.stream().flatMap(table -> inForce(table, at).stream()).toList();
    }

    private Optional<String> inForce(String table, Instant at) {
        return known.get(table, this::versions).stream()
                .filter(version -> !version.deployedAt().isAfter(at))
                .max(Comparator.comparingInt(Version::number))
                .map(version -> table + " v" + version.number());
    }

    private List<Version> versions(String table) {
        return repository.createDecisionDefinitionQuery().decisionDefinitionKey(table).list().stream()
                .map(version -> new Version(version.getVersion(), deployedAt(version)))
                .toList();
    }

    private Instant deployedAt(DecisionDefinition version) {
        return repository
                .createDeploymentQuery()
                .deploymentId(version.getDeploymentId())
                .singleResult()
                .getDeploymentTime()
                .toInstant();
    }

    /** A version of a table and since when it has answered. */
    private record Version(int number, Instant deployedAt) {}
}
