package cn.gdpilot.domain.arrival;

import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a list the counter has in its hands (R4.2, R4.4).
 *
 * @param tableCopies copies of the summary table
 * @param paperCopies sets on paper
 * @param discCopies  discs
 */
public record Delivery(int tableCopies, int paperCopies, int discCopies) {

    /** What is missing of what the list needs, in words; empty if nothing is. */
    public String missing(Recommendation list) {
        List<String> missing = new ArrayList<>();
        note(missing, "arrival.tables", list.tableCopies() - tableCopies);
        note(missing, "arrival.papers", list.paperCopies() - paperCopies);
        note(missing, "arrival.discs", list.discCopies() - discCopies);
        return String.join("、", missing);
    }

    /** True if anything has come. */
    public boolean begun() {
        return tableCopies + paperCopies + discCopies > 0;
    }

    private static void note(List<String> missing, String key, int count) {
        if (count > 0) {
            missing.add(Texts.of(key, count));
        }
    }
}
