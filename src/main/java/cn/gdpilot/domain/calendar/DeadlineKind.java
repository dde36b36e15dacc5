package cn.gdpilot.domain.calendar;

/** Which of a round's two deadlines binds a unit. */
public enum DeadlineKind {
    /** City → Department. */
    CITY("R4.1"),
    /** Every recommending unit → ministry. */
    MINISTRY("R4.3");

    private final String rule;

    DeadlineKind(String rule) {
        this.rule = rule;
    }

    /** Number of the rule that sets it. */
    public String rule() {
        return rule;
    }
}
