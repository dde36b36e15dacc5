package cn.gdpilot.domain.project;

/** How far an application has come, whatever became of it then; the order is the way's. */
public enum Stage {
    SUBMITTED,
    ACCEPTED,
    RECOMMENDED,
    REVIEWED,
    FORWARDED,
    SELECTED;

    /**
     * The stage that a state shows to be reached; drafts and ends show nothing new and give the first.
     *
     * @param state  a state that the application is or was in
     * @param direct whether its unit reports to the ministry itself, so that a recommendation is there already
     */
    public static Stage shownBy(ApplicationState state, boolean direct) {
        return switch (state) {
            case ACCEPTED, RANKED -> ACCEPTED;
            case RECOMMENDED -> direct ? FORWARDED : RECOMMENDED;
            case REVIEWED, DUPLICATE -> direct ? FORWARDED : REVIEWED;
            case FORWARDED, NOT_SELECTED -> FORWARDED;
            case SELECTED, PILOT, PILOT_ENDED -> SELECTED;
            default -> SUBMITTED;
        };
    }
}
