package cn.gdpilot.eligibility;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
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
        return jdbc.sql("""
                select rule, verdict, message, source from finding
                where application_id = :id and version = :version order by line""")
                .param("id", applicationId)
                .param("version", version)
                .query(Finding.class)
                .list();
    }
}
