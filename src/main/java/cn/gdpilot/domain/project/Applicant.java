package cn.gdpilot.domain.project;

/**
 * A company, university or park that applies.
 *
 * @param id            key
 * @param creditCode    unified social credit code
 * @param name          registered name
 * @param applicantType INDUSTRIAL, TELECOM, IT, INTERNET, ACADEMIC, PARK, OTHER (R2.1)
 * @param city          where it is registered; may be empty
 * @param contactName   contact
 * @param contactPhone  contact
 * @param contactEmail  where letters go
 */
public record Applicant(
        long id,
        String creditCode,
        String name,
        String applicantType,
        String city,
        String contactName,
        String contactPhone,
        String contactEmail) {}
