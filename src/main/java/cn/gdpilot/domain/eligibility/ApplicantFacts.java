package cn.gdpilot.domain.eligibility;

import java.util.Map;

/**
 * Facts of R2.1–R2.4; null where a question is not answered or not looked up yet.
 *
 * @param applicantType     INDUSTRIAL, TELECOM, IT, INTERNET, ACADEMIC, PARK, OTHER
 * @param channel           by which kind of unit it comes
 * @param registeredIn      GD, CN, OTHER
 * @param legalPerson       has independent legal personality
 * @param seriousDishonesty 信用中国 shows a record; null = not looked up yet
 * @param majorAccident     within the last five years
 * @param commitmentLetter  the letter of commitment is given
 * @param extra             answers to the round's own questions that this table judges
 */
public record ApplicantFacts(
        String applicantType,
        String channel,
        String registeredIn,
        Boolean legalPerson,
        Boolean seriousDishonesty,
        Boolean majorAccident,
        Boolean commitmentLetter,
        Map<String, Object> extra) {}
