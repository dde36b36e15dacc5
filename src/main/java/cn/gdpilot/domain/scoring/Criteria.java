package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.text.ReferenceFiles;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The criteria of a round: the list as it stands, until the first panel is called; from then on as it stood. */
@Repository
public class Criteria {

    private static final String LIST = "criteria.csv";

    private final JdbcClient jdbc;
    private final ReferenceFiles files;

    Criteria(JdbcClient jdbc, ReferenceFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    /** In the order of the list. */
    public List<Criterion> of(String roundId) {
        List<Criterion> kept = kept(roundId);
        return kept.isEmpty() ? listed() : kept;
    }

    /** Keeps the list with the round; a second call changes nothing. The caller holds the round's lock. */
    void keep(String roundId) {
        if (!kept(roundId).isEmpty()) {
            return;
        }
        List<Criterion> listed = listed();
        for (int line = 0; line < listed.size(); line++) {
            Criterion criterion = listed.get(line);
            jdbc.sql("""
                    insert into review_criterion (round_id, line, code, name, weight, highest, hint)
                    values (:round, :line, :code, :name, :weight, :highest, :hint)""")
                    .param("round", roundId)
                    .param("line", line)
                    .param("code", criterion.code())
                    .param("name", criterion.name())
                    .param("weight", criterion.weight())
                    .param("highest", criterion.highest())
                    .param("hint", criterion.hint())
                    .update();
        }
    }

    private List<Criterion> kept(String roundId) {
        return jdbc.sql(
                        "select code, name, weight, highest, hint from review_criterion where round_id = :round order by line")
                .param("round", roundId)
                .query(Criterion.class)
                .list();
    }

    private List<Criterion> listed() {
        return files.rows(LIST).stream()
                .map(row -> new Criterion(
                        row.get("code"),
                        row.get("name"),
                        Integer.parseInt(row.get("weight")),
                        Integer.parseInt(row.get("highest")),
                        row.get("hint")))
                .toList();
    }
}
