package cn.gdpilot.domain.opinion;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What units asked applicants to correct, by the submission that they returned. */
@Repository
public class Corrections {

    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what has to be corrected in one submitted version; each item stands there once. */
    public void ask(String applicationId, int version, List<Correction> corrections) {
        corrections.forEach(one -> jdbc.sql(
                        "insert into correction (application_id, version, item, remark) values (:id, :version, :item, :remark)")
                .param("id", applicationId)
                .param("version", version)
                .param("item", one.item())
                .param("remark", one.remark())
                .update());
    }

    /** What had to be corrected in that submission; empty if it was not returned, or returned as a whole. */
    public List<Correction> of(String applicationId, int version) {
        return jdbc.sql(
                        "select item, remark from correction where application_id = :id and version = :version order by item")
                .param("id", applicationId)
                .param("version", version)
                .query(Correction.class)
                .list();
    }
}
