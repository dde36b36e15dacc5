package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Words;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The experts' points and grounds; which are drafts, their assignments know. */
@Repository
public class Scores {

    private static final double ALL_POINTS = 100;

    private final JdbcClient jdbc;

    Scores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An expert's points by criterion. */
    public Map<String, Score> of(long assignment) {
        return jdbc
                .sql("select criterion, points, grounds from review_score where assignment_id = :assignment")
                .param("assignment", assignment)
                .query(Score.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Score::criterion, Function.identity()));
    }

    /**
     * Keeps what an expert has filled in so far.
     *
     * @throws Refusal if points are no whole number within the criterion's, or grounds are too long
     */
    void write(long assignment, List<Criterion> criteria, Map<String, Score> given) {
        for (Criterion criterion : criteria) {
            Score score = given.get(criterion.code());
            if (score != null) {
                checkShape(criterion, score);
                replace(assignment, score);
            }
        }
    }

    private static void checkShape(Criterion criterion, Score score) {
        if (score.points() != null && (score.points() < 0 || score.points() > criterion.highest())) {
            throw Refusal.invalid("score.points", criterion.name(), criterion.highest());
        }
        if (TextLimit.SCORE_GROUNDS.exceededBy(score.grounds())) {
            throw Refusal.invalid("score.grounds-long", criterion.name(), TextLimit.SCORE_GROUNDS.length());
        }
    }

    private void replace(long assignment, Score score) {
        jdbc.sql("delete from review_score where assignment_id = :assignment and criterion = :criterion")
                .param("assignment", assignment)
                .param("criterion", score.criterion())
                .update();
        jdbc.sql(
                        "insert into review_score (assignment_id, criterion, points, grounds) values (:assignment, :criterion, :points, :grounds)")
                .param("assignment", assignment)
                .param("criterion", score.criterion())
                .param("points", score.points())
                .param("grounds", score.grounds())
                .update();
    }

    /**
     * The weighted points of 100.
     *
     * @throws Refusal if a criterion has no points or no grounds
     */
    static double total(List<Criterion> criteria, Map<String, Score> scores) {
        double weights = 0;
        double sum = 0;
        for (Criterion criterion : criteria) {
            Score score = scores.get(criterion.code());
            if (score == null || score.points() == null) {
                throw Refusal.invalid("score.missing", criterion.name(), criterion.highest());
            }
            if (Words.none(score.grounds())) {
                throw Refusal.invalid("score.grounds", criterion.name());
            }
            sum += (double) criterion.weight() * score.points() / criterion.highest();
            weights += criterion.weight();
        }
        return sum / weights * ALL_POINTS;
    }
}
