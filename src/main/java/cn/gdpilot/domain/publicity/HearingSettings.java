package cn.gdpilot.domain.publicity;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What holds for public lists and objections.
 *
 * @param publicity   whether lists are made public where a round says nothing else
 * @param longestDays most working days of a publicity
 * @param outcomeDays working days within which an applicant may object to an outcome, its own day not counted
 * @param answerDays  working days within which an objection is to be answered
 * @param most        most open objections to one list, against floods from a page that is open to all
 */
@ConfigurationProperties("pilot.hearing")
public record HearingSettings(boolean publicity, int longestDays, int outcomeDays, int answerDays, int most) {}
