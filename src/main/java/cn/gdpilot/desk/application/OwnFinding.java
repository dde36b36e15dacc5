package cn.gdpilot.desk.application;

import cn.gdpilot.domain.eligibility.Finding;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** Findings of the self-check's own, beside those of the tables. */
final class OwnFinding {

    /** Maximum number of names in one sentence: a text in a script that the font lacks would fill the page. */
    private static final int MOST_NAMED = 20;

    private OwnFinding() {}

    /** A finding that refuses the submission. */
    static Finding refusal(String rule, String message) {
        return Finding.ofOwnCheck(rule, Finding.Verdict.REFUSE, message);
    }

    /** A finding about the materials that is worth knowing and refuses nobody. */
    static Finding note(String message) {
        return Finding.ofOwnCheck("R2.13", Finding.Verdict.NOTE, message);
    }

    /** Names in one sentence, the first ones only if there are many. */
    static String listed(List<String> all) {
        String named = all.stream().limit(MOST_NAMED).collect(Collectors.joining("、"));
        return all.size() > MOST_NAMED ? Texts.of("list.more", named, all.size()) : named;
    }
}
