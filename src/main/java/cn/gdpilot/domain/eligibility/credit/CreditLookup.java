package cn.gdpilot.domain.eligibility.credit;

import java.time.Instant;

/**
 * One look-up of an applicant's credit record.
 *
 * @param id            key
 * @param applicationId application for which it was looked up
 * @param source        who found it
 * @param result        what was found
 * @param remark        in words
 * @param reportName    name of the report; null where none is attached
 * @param reportFormat  its format by content
 * @param reportSha256  its key in the store
 * @param person        who looked
 * @param office        for which unit
 * @param at            when
 */
public record CreditLookup(
        long id,
        String applicationId,
        Source source,
        CreditAnswer.State result,
        String remark,
        String reportName,
        String reportFormat,
        String reportSha256,
        String person,
        String office,
        Instant at) {

    /** Who looked a record up. */
    public enum Source {
        /** The registry answered by itself: a hint. */
        REGISTRY,
        /** A person looked: this counts. */
        PERSON
    }

    /** Whether a person found it out, so that it counts. */
    public boolean counts() {
        return source == Source.PERSON;
    }

    public boolean clean() {
        return result == CreditAnswer.State.CLEAN;
    }
}
