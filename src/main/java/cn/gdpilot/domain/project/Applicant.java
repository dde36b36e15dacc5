package cn.gdpilot.domain.project;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A company, university or park that applies.
 *
 * @param id            key
 * @param creditCode    unified social credit code
 * @param name          registered name
 * @param applicantType INDUSTRIAL, TELECOM, IT, INTERNET, ACADEMIC, PARK, OTHER (R2.1)
 * @param city          where it is registered; may be empty
 * @param contact       contact; in JSON its components stand flat, as in an {@link Application}
 */
public record Applicant(
        long id,
        String creditCode,
        String name,
        String applicantType,
        String city,
        @JsonUnwrapped Contact contact) {}
