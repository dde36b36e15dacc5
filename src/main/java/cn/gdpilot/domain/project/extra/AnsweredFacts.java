package cn.gdpilot.domain.project.extra;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers to a round's own questions as they were submitted, each with the question as it was asked. */
@Repository
public class AnsweredFacts {

    private final JdbcClient jdbc;
    private final ExtraFacts facts;

    AnsweredFacts(JdbcClient jdbc, ExtraFacts facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    /** Keeps the answers of one submitted version. */
    public void keep(String applicationId, int version, String roundId, Map<String, String> answers) {
        int line = 0;
        for (ExtraFact fact : facts.of(roundId)) {
            String answer = answers.getOrDefault(fact.key(), "");
            if (!answer.isEmpty()) {
                jdbc.sql("""
                        insert into extra_fact (application_id, version, line, fact, question, kind, answer)
                        values (:id, :version, :line, :fact, :question, :kind, :answer)""")
                        .param("id", applicationId)
                        .param("version", version)
                        .param("line", ++line)
                        .param("fact", fact.key())
                        .param("question", fact.question())
                        .param("kind", fact.type().name())
                        .param("answer", answer)
                        .update();
            }
        }
    }

    /** Answers of one submitted version, in the order of the questions. */
    public List<Answered> of(String applicationId, int version) {
        return jdbc.sql("""
                select fact, question, kind, answer from extra_fact
                where application_id = :id and version = :version order by line""")
                .param("id", applicationId)
                .param("version", version)
                .query(Answered.class)
                .list();
    }

    /**
     * An answer.
     *
     * @param fact     key of the question
     * @param question as it was asked
     * @param kind     what an answer is
     * @param answer   as it was given
     */
    public record Answered(String fact, String question, ExtraFact.Type kind, String answer) {}
}
