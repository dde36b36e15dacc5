package cn.gdpilot.platform.engine.tables;

import cn.gdpilot.domain.text.Texts;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What the tables answer, in their newest version; the same question asked again within seconds is answered from memory.
 * A new version is seen at once; a table that should ask for today's date, too, is asked anew soon enough. A table never
 * fails: what it answers against its contract is counted and told of.
 */
@Component
public class TableAnswers {

    private static final int MOST = 10_000;
    private static final int MOST_VERSIONS = 200;
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final RepositoryService repository;
    private final TableContracts contracts;
    private final TableTroubles troubles;
    private final DmnEngine engine = BareTables.engine();
    private final Cache<Question, TableAnswer> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    /** A version never changes. */
    private final Cache<String, DmnDecision> parsed = Caffeine.newBuilder().maximumSize(MOST_VERSIONS).build();

    /** Asks the deployed tables. */
    public TableAnswers(@Lazy RepositoryService repository, TableContracts contracts, TableTroubles troubles) {
        this.repository = repository;
        this.contracts = contracts;
        this.troubles = troubles;
    }

    /** The table's newest version. */
    public DecisionDefinition newest(String table) {
        return repository.createDecisionDefinitionQuery().decisionDefinitionKey(table).latestVersion().singleResult();
    }

    /** What the newest version answers; where it cannot be evaluated, its newest predecessor that can, and that something is unclear. */
    public TableAnswer of(String table, Map<String, Object> inputs) {
        DecisionDefinition version = newest(table);
        TableAnswer answer = of(version, inputs);
        return answer.failed()
                ? earlier(version, inputs).map(last -> last.unclear(answer.unclear())).orElse(answer)
                : answer;
    }

    /** What that version answers. */
    public TableAnswer of(DecisionDefinition version, Map<String, Object> inputs) {
        return known.get(new Question(version.getId(), new HashMap<>(inputs)), question -> ask(version, question.inputs()));
    }

    /**
     * What that version answers, or, where its answer cannot be read, the newest of its predecessors whose answer can.
     *
     * @param read takes what is needed from the answer; empty where the table has no row for it
     * @return empty if no version has an answer that can be read
     */
    public <T> Optional<T> readable(DecisionDefinition version, Map<String, Object> inputs, Function<TableAnswer, T> read) {
        TableAnswer answer = of(version, inputs);
        if (answer.isClear()) {
            return Optional.ofNullable(read.apply(answer));
        }
        return earlier(version, inputs).map(read);
    }

    private Optional<TableAnswer> earlier(DecisionDefinition version, Map<String, Object> inputs) {
        return repository.createDecisionDefinitionQuery().decisionDefinitionKey(version.getKey())
                .orderByDecisionDefinitionVersion().desc().list().stream()
                .filter(one -> one.getVersion() < version.getVersion())
                .map(one -> of(one, inputs))
                .filter(TableAnswer::isClear)
                .findFirst();
    }

    private TableAnswer ask(DecisionDefinition version, Map<String, Object> inputs) {
        TableContract contract = contracts.of(version.getKey()).orElseThrow();
        String source = version.getKey() + " v" + version.getVersion();
        List<TableRow> rows = new ArrayList<>();
        int unclear = 0;
        boolean failed = false;
        try {
            DmnDecision table = parsed.get(version.getId(), id -> parse(version));
            for (Map<String, Object> cells : engine.evaluateDecisionTable(table, inputs).getResultList()) {
                if (isReadable(contract, source, cells)) {
                    rows.add(new TableRow(cells));
                } else {
                    unclear++;
                }
            }
        } catch (DmnEngineException e) {
            troubles.tell(source, e.getMessage());
            unclear = 1;
            failed = true;
        }
        String name = Objects.requireNonNullElse(version.getName(), version.getKey());
        return new TableAnswer(name, source, contract.rule(), List.copyOf(rows), unclear, failed);
    }

    private boolean isReadable(TableContract contract, String source, Map<String, Object> cells) {
        List<String> faults = new ArrayList<>();
        contract.outputs().forEach((column, cell) ->
                cell.fault(cells.get(column)).ifPresent(what -> faults.add(Texts.of("table.answer", column, cells.get(column), what))));
        faults.forEach(what -> troubles.tell(source, what));
        return faults.isEmpty();
    }

    private DmnDecision parse(DecisionDefinition version) {
        return engine.parseDecision(version.getKey(), repository.getDecisionModel(version.getId()));
    }

    /**
     * What a table is asked.
     *
     * @param version id of its definition
     * @param inputs  values by name
     */
    private record Question(String version, Map<String, Object> inputs) {}
}
