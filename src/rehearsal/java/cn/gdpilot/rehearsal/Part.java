package cn.gdpilot.rehearsal;

import java.time.OffsetDateTime;

/**
 * What one synthetic applicant does in a rehearsed round.
 *
 * @param application what it applies with; its scenario is normal, return or withdraw
 * @param behaviour   how it treats the deadline
 * @param begins      when the draft is begun
 * @param submits     when it is submitted; null if never
 * @param withdraws   when it is withdrawn; null if never
 */
record Part(
        SampleApplication application,
        Behaviour behaviour,
        OffsetDateTime begins,
        OffsetDateTime submits,
        OffsetDateTime withdraws) {

    String unit() {
        return application.unit();
    }
}
