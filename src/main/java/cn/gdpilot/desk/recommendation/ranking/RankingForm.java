package cn.gdpilot.desk.recommendation.ranking;

import cn.gdpilot.domain.text.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the ranking page sends: a number for each project on the list, a reason for each that is not, and at most one
 * move. Numbers only tell the order; gaps close up.
 *
 * @param version the list's version that the person saw; null = whatever it is
 * @param order   applications in order of priority
 * @param reasons why a project is not on the list, by application
 * @param moved   why a listed project stands elsewhere than the list started from, by application
 */
record RankingForm(Integer version, List<String> order, Map<String, String> reasons, Map<String, String> moved) {

    private static final String PLACE = "place-";
    private static final String REASON = "reason-";
    private static final String MOVED = "moved-";

    /**
     * Reads the page's fields.
     *
     * @throws Refusal if a place is no number from 1 on, or one number is given twice
     */
    static RankingForm of(Map<String, String> fields) {
        List<String> order = order(fields);
        move(order, fields.getOrDefault("move", ""));
        return new RankingForm(
                version(fields.get("version")), order, byApplication(fields, REASON), byApplication(fields, MOVED));
    }

    private static Map<String, String> byApplication(Map<String, String> fields, String prefix) {
        Map<String, String> texts = new HashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                texts.put(name.substring(prefix.length()), value);
            }
        });
        return texts;
    }

    private static List<String> order(Map<String, String> fields) {
        List<Place> places = new ArrayList<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(PLACE) && !value.isBlank()) {
                places.add(new Place(number(value), name.substring(PLACE.length())));
            }
        });
        places.sort(Comparator.comparing(Place::number));
        for (int i = 1; i < places.size(); i++) {
            if (places.get(i).number() == places.get(i - 1).number()) {
                throw Refusal.byRule(
                        "R3.6", "ranking.same-number", places.get(i).number());
            }
        }
        return new ArrayList<>(places.stream().map(Place::application).toList());
    }

    /** One step of a button: up, down, onto the list, off the list. */
    private static void move(List<String> order, String move) {
        int colon = move.indexOf(':');
        if (colon < 0) {
            return;
        }
        String id = move.substring(colon + 1);
        int at = order.indexOf(id);
        switch (move.substring(0, colon)) {
            case "up" -> swap(order, at, at - 1);
            case "down" -> swap(order, at, at + 1);
            case "out" -> order.remove(id);
            case "in" -> {
                if (at < 0) {
                    order.add(id);
                }
            }
            default -> throw Refusal.invalid("ranking.number");
        }
    }

    private static void swap(List<String> order, int at, int other) {
        if (at >= 0 && other >= 0 && other < order.size()) {
            Collections.swap(order, at, other);
        }
    }

    private static Integer version(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.matches("\\d{1,9}")) {
            throw Refusal.invalid("application.version");
        }
        return Integer.valueOf(text);
    }

    private static int number(String text) {
        if (!text.strip().matches("[1-9]\\d{0,3}")) {
            throw Refusal.byRule("R3.6", "ranking.number");
        }
        return Integer.parseInt(text.strip());
    }

    private record Place(int number, String application) {}
}
