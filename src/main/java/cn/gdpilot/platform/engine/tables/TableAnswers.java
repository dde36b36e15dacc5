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
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Answers of the tables in their newest version; the same question asked again within 30 seconds is answered from memory.
 * A new version is seen at once, and a table that uses today's date is asked anew after that time. A table never fails:
 * rows that break its contract are counted and told of.
 */
@Component
public class TableAnswers {

    private static final int MOST = 10_000;
    private static final int MOST_VERSIONS = 200;
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final RepositoryService repository;
    private final TableContracts contracts;
    private final TableTroubles troubles;
    private final BareTables tables = new BareTables();
    private final Cache<Question, TableAnswer> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    /** A version never changes. */
    private final Cache<String, DmnDecision> parsed =
            Caffeine.newBuilder().maximumSize(MOST_VERSIONS).build();

    /** Asks the deployed tables. */
    public TableAnswers(@Lazy RepositoryService repository, TableContracts contracts, TableTroubles troubles) {
        this.repository = repository;
        this.contracts = contracts;
        this.troubles = troubles;
    }

    /** The table's newest version. */
    public DecisionDefinition newest(String table) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(table)
                .latestVersion()
                .singleResult();
    }

    /** The newest version's answer; if it cannot be evaluated, the answer of its newest clear predecessor, marked as unclear. */
    public TableAnswer of(String table, Map<String, Object> inputs) {
        DecisionDefinition version = newest(table);
        TableAnswer answer = of(version, inputs);
        return answer.failed()
                ? earlier(version, inputs)
                        .map(last -> last.unclear(answer.unclear()))
                        .orElse(answer)
                : answer;
    }

    /** That version's answer. */
    public TableAnswer of(DecisionDefinition version, Map<String, Object> inputs) {
        return known.get(
                new Question(version.getId(), new HashMap<>(inputs)),
                question -> ask(version, new HashMap<>(question.inputs())));
    }

    /**
     * That version's answer, or, if it is unclear, the answer of its newest predecessor whose answer is clear.
     *
     * @param read takes what is needed from the answer; empty where the table has no row for it
     * @return empty if no version has an answer that can be read
     */
    public <T> Optional<T> readable(
            DecisionDefinition version, Map<String, Object> inputs, Function<TableAnswer, T> read) {
        TableAnswer answer = of(version, inputs);
        if (answer.isClear()) {
            return Optional.ofNullable(read.apply(answer));
        }
        return earlier(version, inputs).map(read);
    }

    /** Tells of a table without a row for facts that it owes one for. */
    void tellMissing(TableAnswer answer, Map<String, Object> inputs) {
        troubles.tell(answer.source(), Texts.of("table.answer.no-row", TableTrial.words(inputs)));
    }

    private Optional<TableAnswer> earlier(DecisionDefinition version, Map<String, Object> inputs) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(version.getKey())
                .orderByDecisionDefinitionVersion()
                .desc()
                .list()
                .stream()
                .filter(one -> one.getVersion() < version.getVersion())
                .map(one -> of(one, inputs))
                .filter(TableAnswer::isClear)
                .findFirst();
    }

    private TableAnswer ask(DecisionDefinition version, Map<String, Object> inputs) {
        TableContract contract = contracts.of(version.getKey()).orElseThrow();
        // What nobody knows is null, and no variable that is not there.
        contract.inputs().forEach(input -> inputs.putIfAbsent(input.name(), null));
        String source = version.getKey() + " v" + version.getVersion();
        List<TableRow> rows = new ArrayList<>();
        int unclear = 0;
        List<String> hits = List.of();
        boolean failed = false;
        try {
            DmnDecision table = parsed.get(version.getId(), id -> parse(version));
            BareTables.Evaluated evaluated = tables.evaluated(table, inputs);
            hits = evaluated.hits();
            for (Map<String, Object> cells : evaluated.rows()) {
                if (isReadable(contract, source, inputs, cells)) {
                    rows.add(new TableRow(cells));
                } else {
                    unclear++;
                }
            }
        } catch (TableFailure e) {
            troubles.tell(source, Texts.of("table.answer.failed", e.getMessage()));
            unclear = 1;
            failed = true;
        }
        String name = Objects.requireNonNullElse(version.getName(), version.getKey());
        return new TableAnswer(name, source, contract.rule(), List.copyOf(rows), unclear, hits, failed);
    }

    private boolean isReadable(
            TableContract contract, String source, Map<String, Object> inputs, Map<String, Object> cells) {
        Map<String, String> faults = contract.faults(inputs, cells);
        faults.forEach(
                (column, what) -> troubles.tell(source, Texts.of("table.answer", column, cells.get(column), what)));
        return faults.isEmpty();
    }

    private DmnDecision parse(DecisionDefinition version) {
        return tables.parse(version.getKey(), repository.getDecisionModel(version.getId()));
    }

    /**
     * A question to a table.
     *
     * @param version id of its definition
     * @param inputs  values by name
     */
    private record Question(String version, Map<String, Object> inputs) {}
}
