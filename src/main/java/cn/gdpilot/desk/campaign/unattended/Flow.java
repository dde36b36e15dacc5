package cn.gdpilot.desk.campaign.unattended;

import java.util.Arrays;
import java.util.Set;

/** The processes of a round, and which states of a project stand in the loop of a review. */
enum Flow {
    CAMPAIGN("campaign"),
    APPLICATION("application"),
    RECOMMENDATION("recommendation"),
    PROVINCE_REVIEW("province-review"),
    COMMUNICATIONS_REVIEW("communications-review"),
    MINISTRY_REVIEW("ministry-review"),
    EXPERT_REVIEW("expert-review"),
    PUBLICITY("publicity"),
    OBJECTION("objection"),
    SITE_CHECK("site-check"),
    GO_AHEAD("go-ahead");

    /** Processes of which a round has one instance, under its own id, while it runs. */
    static final Set<Flow> WITH_THE_ROUND = Set.of(CAMPAIGN, PROVINCE_REVIEW, COMMUNICATIONS_REVIEW, MINISTRY_REVIEW);

    private final String key;

    Flow(String key) {
        this.key = key;
    }

    /** The process's key. */
    String key() {
        return key;
    }

    static Flow of(String key) {
        return Arrays.stream(values())
                .filter(flow -> flow.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No process of a round: " + key));
    }

    static String[] keys() {
        return Arrays.stream(values()).map(Flow::key).toArray(String[]::new);
    }
}
