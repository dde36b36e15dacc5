package cn.gdpilot.desk.expertreview;

import cn.gdpilot.domain.scoring.Score;
import cn.gdpilot.domain.text.Refusal;
import java.util.HashMap;
import java.util.Map;

/** What the scoring page sends: {@code points-…} and {@code grounds-…} for each criterion. */
final class ScoreForm {

    private static final String POINTS = "points-";
    private static final String GROUNDS = "grounds-";

    private ScoreForm() {}

    /**
     * The scores by criterion; points that are left empty are null.
     *
     * @throws Refusal if points are no whole number
     */
    static Map<String, Score> of(Map<String, String> fields) {
        Map<String, Score> scores = new HashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(POINTS)) {
                String criterion = name.substring(POINTS.length());
                scores.put(
                        criterion,
                        new Score(
                                criterion,
                                points(value.strip()),
                                fields.getOrDefault(GROUNDS + criterion, "").strip()));
            }
        });
        return scores;
    }

    private static Integer points(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("-?\\d{1,6}")) {
            throw Refusal.invalid("score.whole");
        }
        return Integer.valueOf(text);
    }
}
