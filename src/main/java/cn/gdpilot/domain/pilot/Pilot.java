package cn.gdpilot.domain.pilot;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A pilot of the register.
 *
 * @param id            key
 * @param creditCode    of its applicant
 * @param applicantName of its applicant
 * @param projectName   name
 * @param applicationId application that led to it; null of earlier years' lists
 * @param startsOn      first day of the term
 * @param endsOn        first day after the term
 * @param source        list that it came with; null if it was selected here
 * @param endedAt       when its end was noted; null until then
 */
public record Pilot(
        long id,
        String creditCode,
        String applicantName,
        String projectName,
        String applicationId,
        LocalDate startsOn,
        LocalDate endsOn,
        String source,
        Instant endedAt) {

    /** True if its term runs on a day from the first to the last, both included. */
    public boolean runsBetween(LocalDate first, LocalDate last) {
        return !startsOn.isAfter(last) && endsOn.isAfter(first);
    }
}
