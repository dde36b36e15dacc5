package cn.gdpilot.platform.engine.rules;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.platform.engine.tables.TableAnswer;
import cn.gdpilot.platform.engine.tables.TableAnswers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks a table for a step of a model, and keeps a line of it: the instance and its step, the table's version, the hash of the
 * facts, the rows that answered. The facts themselves are not kept, they may be personal.
 */
@Component
class AskedTables {

    /** As long as the column. */
    private static final int LONGEST_ROWS = 4000;

    private static final String MORE = " …";

    private final ObjectProvider<TableAnswers> answers;
    private final JdbcClient jdbc;
    private final ObjectProvider<PilotClock> clock;
    private final ObjectProvider<FurtherInputs> further;

    /** Tables and clock are looked up when they are asked: both come after the engine, which needs this. */
    AskedTables(
            ObjectProvider<TableAnswers> answers,
            JdbcClient jdbc,
            ObjectProvider<PilotClock> clock,
            ObjectProvider<FurtherInputs> further) {
        this.further = further;
        this.answers = answers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The answer of the table's newest version; never fails, see {@link TableAnswers}. */
    TableAnswer ask(String table, Map<String, Object> facts, ExecutionEntity step) {
        Map<String, Object> all = new HashMap<>(facts);
        String process = step.getProcessDefinition().getKey();
        further.forEach(
                one -> one.of(table, process, step.getProcessBusinessKey()).forEach(all::putIfAbsent));
        TableAnswer answer = answers.getObject().of(table, all);
        jdbc.sql("""
                insert into table_asked (at, process_instance, step, table_version, facts_sha256, rows_hit)
                values (:at, :instance, :step, :version, :facts, :rows)""")
                .param("at", PilotClock.timestamp(clock.getObject().now()))
                .param("instance", step.getProcessInstanceId())
                .param("step", step.getActivityId())
                .param("version", answer.source())
                .param("facts", sha256(new TreeMap<>(all).toString()))
                .param("rows", rows(answer.hits()))
                .update();
        return answer;
    }

    /** Ids of rows as far as the column holds them; whole ids only, and a mark where some are left out. */
    static String rows(Collection<String> hits) {
        String all = String.join(" ", hits);
        if (all.length() <= LONGEST_ROWS) {
            return all;
        }
        String cut = all.substring(0, LONGEST_ROWS - MORE.length() + 1);
        return cut.substring(0, Math.max(0, cut.lastIndexOf(' '))) + MORE;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
