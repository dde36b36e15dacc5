package cn.gdpilot.platform.engine.deployment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How the lines of one file became those of another, in their order: a line that moved, or that stands elsewhere as well, is a
 * change too. Space at the ends of lines does not count.
 *
 * @param gone  lines that the former has more
 * @param added lines that the new one has more
 */
record LineChanges(List<Numbered> gone, List<Numbered> added) {

    /** Above that many pairs of lines what lies between the first and the last change counts as changed as a whole. */
    private static final long MOST_PAIRS = 4_000_000;

    /**
     * A line.
     *
     * @param number in its file, from 1
     * @param text   without space at its ends
     */
    record Numbered(int number, String text) {}

    static LineChanges between(ModelFile former, ModelFile latter) {
        List<Numbered> was = lines(former);
        List<Numbered> becomes = lines(latter);
        int start = 0;
        while (start < Math.min(was.size(), becomes.size()) && isSame(was.get(start), becomes.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(was.size(), becomes.size()) - start
                && isSame(was.get(was.size() - 1 - end), becomes.get(becomes.size() - 1 - end))) {
            end++;
        }
        return middle(was.subList(start, was.size() - end), becomes.subList(start, becomes.size() - end));
    }

    private static LineChanges middle(List<Numbered> was, List<Numbered> becomes) {
        if ((long) was.size() * becomes.size() > MOST_PAIRS) {
            return new LineChanges(List.copyOf(was), List.copyOf(becomes));
        }
        int[][] common = new int[was.size() + 1][becomes.size() + 1];
        for (int i = was.size() - 1; i >= 0; i--) {
            for (int j = becomes.size() - 1; j >= 0; j--) {
                common[i][j] = isSame(was.get(i), becomes.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Numbered> gone = new ArrayList<>();
        List<Numbered> added = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < was.size() || j < becomes.size()) {
            if (i < was.size() && j < becomes.size() && isSame(was.get(i), becomes.get(j))) {
                i++;
                j++;
            } else if (j == becomes.size() || i < was.size() && common[i + 1][j] >= common[i][j + 1]) {
                gone.add(was.get(i++));
            } else {
                added.add(becomes.get(j++));
            }
        }
        return new LineChanges(gone, added);
    }

    private static boolean isSame(Numbered one, Numbered other) {
        return one.text().equals(other.text());
    }

    private static List<Numbered> lines(ModelFile file) {
        List<String> texts = new String(file.content(), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .toList();
        List<Numbered> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(new Numbered(lines.size() + 1, text));
        }
        return lines;
    }
}
