package cn.gdpilot.domain.project;

/**
 * The fields that an applicant fills in; null = not touched.
 *
 * @param projectName        name
 * @param direction          code of the direction; its category follows
 * @param summary            the project in words, up to 4,000 characters
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
        String contactEmail) {
    /** True if the application has every value of this form already; untouched fields do not count. */
    boolean isIn(Application application) {
        return same(projectName, application.projectName())
                && same(direction, application.direction())
                && same(summary, application.summary())
                && same(registeredIn, application.registeredIn())
                && same(legalPerson, application.legalPerson())
                && same(majorAccident, application.majorAccident())
                && same(commitmentLetter, application.commitmentLetter())
                && same(built, application.built())
                && same(innovationProject, application.innovationProject())
                && same(demonstrationBase, application.demonstrationBase())
                && same(innovationAccepted, application.innovationAccepted())
                && same(revolutionaryArea, application.revolutionaryArea())
                && same(markedEffect, application.markedEffect())
                && same(contactName, application.contactName())
                && same(contactPhone, application.contactPhone())
                && same(contactEmail, application.contactEmail());
    }

    private static boolean same(Object given, Object present) {
        return given == null || given.equals(present);
    }
}
