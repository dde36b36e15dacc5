package cn.gdpilot.domain.shortlist;

import cn.gdpilot.domain.calendar.DeadlineKind;
import cn.gdpilot.domain.shortlist.Recommendation.State;
import java.time.Instant;

/** Lists as values, for tests without a database. */
public final class RecommendationFixture {

    private static final Instant AT = Instant.parse("2026-12-07T08:00:00Z");

    private RecommendationFixture() {}

    /** A list of that state, as it is after every step up to there. */
    public static Recommendation list(String unitId, String destination, State state, int quota) {
        boolean ranked = state.compareTo(State.RANKED) >= 0;
        boolean signed = state.compareTo(State.SIGNED) >= 0;
        boolean sent = state.compareTo(State.SENT) >= 0;
        return list(
                unitId,
                destination,
                state,
                quota,
                ranked ? "handler" : null,
                signed ? AT : null,
                sent ? AT : null,
                ranked ? 1 : null);
    }

    /** A list that missed its deadline, by what it had come through before. */
    static Recommendation missed(String rankedBy, Instant signedAt, Instant sentAt) {
        return list("city-440100", "dept-44", State.MISSED, 8, rankedBy, signedAt, sentAt, null);
    }

    /** A list whose order was settled in that version; null = not settled. */
    static Recommendation settled(Integer settledVersion) {
        return list("city-440100", "dept-44", State.RANKED, 8, "handler", null, null, settledVersion);
    }

    private static Recommendation list(
            String unitId,
            String destination,
            State state,
            int quota,
            String rankedBy,
            Instant signedAt,
            Instant sentAt,
            Integer settledVersion) {
        return new Recommendation(
                "2026/" + unitId,
                "2026",
                unitId,
                state,
                quota,
                destination,
                DeadlineKind.CITY,
                2,
                6,
                1,
                rankedBy,
                signedAt == null ? null : "lead",
                signedAt,
                sentAt == null ? null : "handler",
                null,
                sentAt,
                state == State.ARRIVED ? AT : null,
                null,
                1,
                settledVersion,
                null,
                "recommendation-quota v1");
    }
}
