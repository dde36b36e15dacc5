package cn.gdpilot.platform.engine.tables;

import cn.gdpilot.platform.engine.feel.BoundedFeelEngine;
import cn.gdpilot.platform.engine.feel.FeelTime;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;

/**
 * The DMN engine by itself: a table that fails in it does not end the transaction of those who ask. DMN and FEEL throw
 * exceptions without a common type; here each is a {@link TableFailure}.
 */
final class BareTables {

    private static final String ASKED = "cellInput";
    /** All cells of one answer together. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final ThreadLocal<List<String>> HIT = ThreadLocal.withInitial(List::of);

    private final DmnEngine engine;
    private final FeelEngine feel;

    BareTables() {
        DefaultDmnEngineConfiguration configuration = BoundedFeelEngine.configuration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(BareTables::note);
        engine = configuration.buildEngine();
        feel = configuration.getFeelEngine();
    }

    /** The decision of that id; its cells are not parsed before they are asked. */
    DmnDecision parse(String id, InputStream model) {
        return tried(() -> engine.parseDecision(id, model));
    }

    /** Rows that hit, by the names of outputs. */
    List<Map<String, Object>> rows(DmnDecision table, Map<String, Object> facts) {
        return evaluated(table, facts).rows();
    }

    /** The same with the ids of these rows. */
    Evaluated evaluated(DmnDecision table, Map<String, Object> facts) {
        List<Map<String, Object>> rows = tried(() -> FeelTime.within(
                LONGEST, () -> engine.evaluateDecisionTable(table, facts).getResultList()));
        return new Evaluated(rows, HIT.get());
    }

    private static void note(DmnDecisionTableEvaluationEvent evaluation) {
        HIT.set(evaluation.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .toList());
    }

    /**
     * Answer of a table.
     *
     * @param rows of outputs by name
     * @param hits ids of the rows
     */
    record Evaluated(List<Map<String, Object>> rows, List<String> hits) {}

    /** Value of one expression; may be null. */
    Object value(String expression, Map<String, Object> facts) {
        return tried(() -> feel.evaluateSimpleExpression(
                expression, Variables.fromMap(facts).asVariableContext()));
    }

    /** True if a condition holds for the value of its column. */
    boolean holds(String condition, Object value, Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        all.put(ASKED, value);
        return tried(() -> feel.evaluateSimpleUnaryTests(
                condition, ASKED, Variables.fromMap(all).asVariableContext()));
    }

    private static <T> T tried(Supplier<T> evaluation) {
        try {
            return evaluation.get();
        } catch (RuntimeException e) {
            throw new TableFailure(e);
        }
    }
}
