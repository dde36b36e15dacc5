package cn.gdpilot.platform.engine.tables;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What the tables answer, in their newest version; the same question asked again within seconds is answered from memory.
 * A new version is seen at once; a table that should ask for today's date, too, is asked anew soon enough.
 */
@Component
class TableAnswers {

    private static final int MOST = 10_000;
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final Cache<Question, List<Map<String, Object>>> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    TableAnswers(@Lazy DecisionService decisions, @Lazy RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    /** The table's newest version. */
    DecisionDefinition newest(String table) {
        return repository.createDecisionDefinitionQuery().decisionDefinitionKey(table).latestVersion().singleResult();
    }

    /** The rows of that version that hit, in order, each by the names of its outputs. */
    List<Map<String, Object>> rows(DecisionDefinition table, Map<String, Object> inputs) {
        return known.get(new Question(table.getId(), new HashMap<>(inputs)), question ->
                List.copyOf(decisions.evaluateDecisionTableById(question.version(), question.inputs()).getResultList()));
    }

    /**
     * What a table is asked.
     *
     * @param version id of its definition
     * @param inputs  values by name
     */
    private record Question(String version, Map<String, Object> inputs) {}
}
