package cn.gdpilot.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The house as a matrix in SVG: a row imports the columns that carry a number, which is how many of its classes do.
 * All numbers stand right of the diagonal, because imports go down only.
 */
final class HousePicture {

    private static final int CELL = 18;
    private static final int LABELS = 190;
    private static final int HEAD = 130;
    private static final Map<String, String> COLOURS =
            Map.of("desk", "#dbeafe", "platform", "#fef3c7", "domain", "#dcfce7");

    private final House house;

    HousePicture(House house) {
        this.house = house;
    }

    String svg() {
        Map<String, Map<String, Integer>> arrows = arrows();
        List<String> rooms = rooms(arrows);
        int size = rooms.size() * CELL;
        StringBuilder out = new StringBuilder();
        out.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">\n"
                        .formatted(LABELS + size + 10, HEAD + size + 10));
        out.append("<title>Rooms of the house and their imports, from the top floor down</title>\n");
        out.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        for (int row = 0; row < rooms.size(); row++) {
            String room = rooms.get(row);
            int y = HEAD + row * CELL;
            out.append("<rect x=\"0\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n"
                    .formatted(y, LABELS + size, CELL - 1, COLOURS.get(room.substring(0, room.indexOf('.')))));
            out.append("<text x=\"4\" y=\"%d\">%s</text>\n".formatted(y + 13, room));
            out.append("<text transform=\"translate(%d %d) rotate(-60)\">%s</text>\n"
                    .formatted(LABELS + row * CELL + 12, HEAD - 4, room.substring(room.indexOf('.') + 1)));
            out.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#475569\"/>\n"
                    .formatted(LABELS + row * CELL, y, CELL - 1, CELL - 1));
            for (int column = 0; column < rooms.size(); column++) {
                Integer count = arrows.get(room).get(rooms.get(column));
                if (count != null) {
                    out.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%d</text>\n"
                            .formatted(LABELS + column * CELL + CELL / 2, y + 13, count));
                }
            }
        }
        return out.append("</svg>\n").toString();
    }

    /** Rooms from the top floor down; on a floor without a fixed order, importers stand above what they import. */
    private List<String> rooms(Map<String, Map<String, Integer>> arrows) {
        List<String> rooms = new ArrayList<>();
        for (String floor : House.FLOORS) {
            List<String> open = new ArrayList<>(
                    floor.equals("domain")
                            ? House.ROOMS.stream().map(room -> "domain." + room).toList()
                            : arrows.keySet().stream()
                                    .filter(room -> room.startsWith(floor + "."))
                                    .toList());
            while (!open.isEmpty()) {
                String next = floor.equals("domain")
                        ? open.get(0)
                        : open.stream()
                                .filter(room -> open.stream()
                                        .noneMatch(other -> !other.equals(room)
                                                && arrows.get(other).containsKey(room)))
                                .findFirst()
                                .orElseThrow();
                open.remove(next);
                rooms.add(next);
            }
        }
        return rooms;
    }

    private Map<String, Map<String, Integer>> arrows() {
        Map<String, Map<String, Integer>> arrows = new TreeMap<>();
        for (JavaClass one : house.classes()) {
            String from = room(one);
            if (from == null || !one.isTopLevelClass()) {
                continue;
            }
            Map<String, Integer> targets = arrows.computeIfAbsent(from, room -> new TreeMap<>());
            one.getDirectDependenciesFromSelf().stream()
                    .map(arrow -> room(arrow.getTargetClass().getBaseComponentType()))
                    .filter(to -> to != null && !to.equals(from))
                    .distinct()
                    .forEach(to -> targets.merge(to, 1, Integer::sum));
        }
        return arrows;
    }

    /** Floor and room, e.g. domain.mail; null for what stands elsewhere. */
    private String room(JavaClass one) {
        String[] parts = one.getPackageName().startsWith(house.root() + ".")
                ? one.getPackageName().substring(house.root().length() + 1).split("\\.")
                : new String[0];
        return parts.length > 1 && House.FLOORS.contains(parts[0]) ? parts[0] + "." + parts[1] : null;
    }
}
