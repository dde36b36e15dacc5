package cn.gdpilot.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;

/** Asks the tables of {@code processes/} with Camunda's own DMN engine, without the process engine. */
final class Tables {

    static final Path FOLDER = Path.of("processes");

    private static final Map<String, Set<String>> HITS = new ConcurrentHashMap<>();
    private static final Map<String, DmnDecision> PARSED = new ConcurrentHashMap<>();
    private static final DmnEngine ENGINE = engine();

    private Tables() {}

    /** Names and values in turn; unlike {@link Map#of} a value may be null. */
    static Map<String, Object> facts(Object... namesAndValues) {
        Map<String, Object> facts = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }

    /** A copy of the facts with some of them answered differently. */
    static Map<String, Object> but(Map<String, Object> facts, Object... namesAndValues) {
        Map<String, Object> changed = new HashMap<>(facts);
        changed.putAll(facts(namesAndValues));
        return changed;
    }

    static List<Map<String, Object>> ask(String id, Map<String, Object> facts) {
        return ENGINE.evaluateDecisionTable(PARSED.computeIfAbsent(id, Tables::parse), facts)
                .getResultList();
    }

    /** The one row that answers. */
    static Map<String, Object> askOne(String id, Map<String, Object> facts) {
        List<Map<String, Object>> rows = ask(id, facts);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    /** Rule and verdict of each finding, e.g. "R2.12 REFUSE". */
    static List<String> findings(String id, Map<String, Object> facts) {
        return ask(id, facts).stream()
                .map(row -> row.get("rule") + " " + row.get("verdict"))
                .toList();
    }

    /** The sentences a person reads. */
    static List<String> messages(String id, Map<String, Object> facts) {
        return ask(id, facts).stream().map(row -> (String) row.get("message")).toList();
    }

    /** To be asked last in a test class: a row that no test has hit is either untested or unreachable. */
    static void assertEveryRowWasHit(String id) {
        Set<String> rows = new TreeSet<>();
        Dmn.readModelFromFile(file(id).toFile())
                .getModelElementsByType(Rule.class)
                .forEach(rule -> rows.add(rule.getId()));
        assertThat(HITS.getOrDefault(id, Set.of()))
                .as("rows of %s hit by tests", id)
                .containsExactlyInAnyOrderElementsOf(rows);
    }

    static Path file(String id) {
        return FOLDER.resolve(id + ".dmn");
    }

    private static DmnDecision parse(String id) {
        try (InputStream model = Files.newInputStream(file(id))) {
            return ENGINE.parseDecision(id, model);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DmnEngine engine() {
        var configuration =
                (DefaultDmnEngineConfiguration) DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(Tables::remember);
        return configuration.buildEngine();
    }

    private static void remember(DmnDecisionTableEvaluationEvent event) {
        Set<String> hits = HITS.computeIfAbsent(event.getDecisionTable().getKey(), id -> ConcurrentHashMap.newKeySet());
        event.getMatchingRules().forEach(rule -> hits.add(rule.getId()));
    }
}
