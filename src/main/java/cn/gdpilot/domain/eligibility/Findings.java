package cn.gdpilot.domain.eligibility;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What was found when an application was submitted, kept with the version that was judged. */
@Repository
public class Findings {

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the findings of one submitted version. */
    public void keep(String applicationId, int version, List<Finding> findings) {
        for (int line = 0; line < findings.size(); line++) {
            Finding finding = findings.get(line);
            jdbc.sql("""
                    insert into finding (application_id, version, line, rule, verdict, message, source)
                    values (:id, :version, :line, :rule, :verdict, :message, :source)""")
                    .param("id", applicationId)
                    .param("version", version)
                    .param("line", line)
                    .param("rule", finding.rule())
                    .param("verdict", finding.verdict().name())
                    .param("message", finding.message())
                    .param("source", finding.source())
                    .update();
        }
    }

    /** What was found at one submission; the first has version 1. */
    public List<Finding> of(String applicationId, int version) {
        return select(applicationId, version, "");
    }

    /** The same without what has been settled since: what the next office still has to know. */
    public List<Finding> standing(String applicationId, int version) {
        return select(applicationId, version, "and settled_at is null");
    }

    /**
     * The same for many applications at once; those of which nothing stands are left out.
     *
     * @param versions which submission of each, by application
     */
    public Map<String, List<Finding>> standing(Map<String, Integer> versions) {
        Map<String, List<Finding>> standing = new HashMap<>();
        jdbc.sql("""
                select application_id, version, rule, verdict, message, source from finding
                where application_id = any(cast(:ids as varchar array)) and settled_at is null order by application_id, line""")
                .param("ids", new SqlArrayValue("varchar", versions.keySet().toArray()))
                .query(row -> {
                    String id = row.getString("application_id");
                    if (row.getInt("version") == versions.get(id)) {
                        standing.computeIfAbsent(id, any -> new ArrayList<>())
                                .add(new Finding(
                                        row.getString("rule"),
                                        Finding.Verdict.valueOf(row.getString("verdict")),
                                        row.getString("message"),
                                        row.getString("source")));
                    }
                });
        return standing;
    }

    /**
     * Marks as settled what was found at a submission and is no longer.
     *
     * @param found what the tables find now
     */
    public void settle(String applicationId, int version, List<Finding> found, Instant now) {
        standing(applicationId, version).stream()
                .filter(one -> found.stream().noneMatch(one::saysWhat))
                .forEach(gone -> jdbc.sql("""
                        update finding set settled_at = :now
                        where application_id = :id and version = :version and rule = :rule and message = :message""")
                        .param("now", Timestamp.from(now))
                        .param("id", applicationId)
                        .param("version", version)
                        .param("rule", gone.rule())
                        .param("message", gone.message())
                        .update());
    }

    private List<Finding> select(String applicationId, int version, String which) {
        return jdbc.sql("""
                select rule, verdict, message, source from finding
                where application_id = :id and version = :version %s order by line""".formatted(which))
                .param("id", applicationId)
                .param("version", version)
                .query(Finding.class)
                .list();
    }
}
