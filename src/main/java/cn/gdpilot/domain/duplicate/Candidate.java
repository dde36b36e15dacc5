package cn.gdpilot.domain.duplicate;

import java.util.Set;

/**
 * A project as it is compared with others.
 *
 * @param id          key: of an application, or of a pilot of an earlier round
 * @param creditCode  of the applicant
 * @param applicant   registered name
 * @param projectName name
 * @param direction   code of the direction; null where unknown
 * @param channel     by which way it comes
 * @param files       SHA-256 of its files
 */
public record Candidate(
        String id,
        String creditCode,
        String applicant,
        String projectName,
        String direction,
        String channel,
        Set<String> files) {}
