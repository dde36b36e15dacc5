package cn.gdpilot.desk.recommendation.signing;

import cn.gdpilot.domain.shortlist.Recommendation;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The papers that were made when a list was signed. */
@Repository
public class ListPapers {

    private final JdbcClient jdbc;

    ListPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a paper of the list, in place of an earlier one of that name. */
    void keep(Recommendation list, String name, String sha256) {
        jdbc.sql("delete from list_paper where recommendation_id = :list and name = :name")
                .param("list", list.id())
                .param("name", name)
                .update();
        jdbc.sql("insert into list_paper (recommendation_id, name, sha256) values (:list, :name, :sha256)")
                .param("list", list.id())
                .param("name", name)
                .param("sha256", sha256)
                .update();
    }

    /** The key of a paper in the store; empty if it was not made. */
    public Optional<String> find(Recommendation list, String name) {
        return jdbc.sql("select sha256 from list_paper where recommendation_id = :list and name = :name")
                .param("list", list.id())
                .param("name", name)
                .query(String.class)
                .optional();
    }
}
