package cn.gdpilot.platform.engine.deployment;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines that only one of two texts has, in their order; a line that was moved is both gone and added, since a table's rows
 * count in their order and two values may have changed places.
 *
 * @param gone  lines of the first text
 * @param added lines of the second
 */
record LineChanges(List<String> gone, List<String> added) {

    /** Pairs of lines that are compared; texts that differ in more are shown as gone and added altogether. */
    private static final long MOST_PAIRS = 1_000_000;

    static LineChanges between(String first, String second) {
        List<String> was = lines(first);
        List<String> becomes = lines(second);
        int begin = 0;
        while (begin < Math.min(was.size(), becomes.size()) && was.get(begin).equals(becomes.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < Math.min(was.size(), becomes.size()) - begin
                && was.get(was.size() - 1 - end).equals(becomes.get(becomes.size() - 1 - end))) {
            end++;
        }
        return within(was.subList(begin, was.size() - end), becomes.subList(begin, becomes.size() - end));
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).toList();
    }

    private static LineChanges within(List<String> was, List<String> becomes) {
        if ((long) was.size() * becomes.size() > MOST_PAIRS) {
            return new LineChanges(List.copyOf(was), List.copyOf(becomes));
        }
        int[][] common = common(was, becomes);
        LineChanges changes = new LineChanges(new ArrayList<>(), new ArrayList<>());
        int i = 0;
        int j = 0;
        while (i < was.size() || j < becomes.size()) {
            if (i < was.size() && j < becomes.size() && was.get(i).equals(becomes.get(j))) {
                i++;
                j++;
            } else if (j == becomes.size() || i < was.size() && common[i + 1][j] >= common[i][j + 1]) {
                changes.gone.add(was.get(i++));
            } else {
                changes.added.add(becomes.get(j++));
            }
        }
        return changes;
    }

    /** Longest common sequence of lines from each pair of places on. */
    private static int[][] common(List<String> was, List<String> becomes) {
        int[][] common = new int[was.size() + 1][becomes.size() + 1];
        for (int i = was.size() - 1; i >= 0; i--) {
            for (int j = becomes.size() - 1; j >= 0; j--) {
                common[i][j] = was.get(i).equals(becomes.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
