package cn.gdpilot.domain.project;

/**
 * What an applicant fills in; null = not touched.
 *
 * @param projectName        name
 * @param direction          code of the direction; its category follows
 * @param summary            what the project is about, up to 4,000 characters
 * @param registeredIn       GD, CN, OTHER
 * @param legalPerson        R2.2
 * @param majorAccident      R2.4
 * @param commitmentLetter   R2.4
 * @param built              R2.7
 * @param innovationProject  NONE, ACCEPTED, NOT_ACCEPTED, FAILED (R2.6)
 * @param demonstrationBase  R2.14 (1)
 * @param innovationAccepted R2.14 (2)
 * @param revolutionaryArea  R2.14 (3)
 * @param markedEffect       R2.14 (4)
 * @param contactName        contact of this project
 * @param contactPhone       contact of this project
 * @param contactEmail       where letters about it go
 */
public record ApplicationForm(
        String projectName,
        String direction,
        String summary,
        String registeredIn,
        Boolean legalPerson,
        Boolean majorAccident,
        Boolean commitmentLetter,
        Boolean built,
        String innovationProject,
        Boolean demonstrationBase,
        Boolean innovationAccepted,
        Boolean revolutionaryArea,
        Boolean markedEffect,
        String contactName,
        String contactPhone,
        String contactEmail) {}
