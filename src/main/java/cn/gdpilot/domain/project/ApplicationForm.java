package cn.gdpilot.domain.project;

import java.util.Map;

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
 * @param regionExplanation  why the credit code is of another city than the bureau (R2.2); up to 500 characters
 * @param extra              answers to the round's own questions, by key; an empty one takes an answer away, one that is not
 *     there is not touched
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
        String contactEmail,
        String regionExplanation,
        Map<String, String> extra) {

    /** All fields as they are filled in now. */
    public static ApplicationForm of(Application application) {
        DeclaredFacts facts = application.facts();
        Contact contact = application.contact();
        return new ApplicationForm(
                application.projectName(),
                application.direction(),
                application.summary(),
                facts.registeredIn(),
                facts.legalPerson(),
                facts.majorAccident(),
                facts.commitmentLetter(),
                facts.built(),
                facts.innovationProject(),
                facts.demonstrationBase(),
                facts.innovationAccepted(),
                facts.revolutionaryArea(),
                facts.markedEffect(),
                contact.name(),
                contact.phone(),
                contact.email(),
                facts.regionExplanation(),
                facts.extra());
    }

    /** True if the application has every value of this form already; untouched fields do not count. */
    boolean isIn(Application application) {
        ApplicationForm present = of(application);
        return same(projectName, present.projectName)
                && same(direction, present.direction)
                && same(summary, present.summary)
                && same(registeredIn, present.registeredIn)
                && same(legalPerson, present.legalPerson)
                && same(majorAccident, present.majorAccident)
                && same(commitmentLetter, present.commitmentLetter)
                && same(built, present.built)
                && same(innovationProject, present.innovationProject)
                && same(demonstrationBase, present.demonstrationBase)
                && same(innovationAccepted, present.innovationAccepted)
                && same(revolutionaryArea, present.revolutionaryArea)
                && same(markedEffect, present.markedEffect)
                && same(contactName, present.contactName)
                && same(contactPhone, present.contactPhone)
                && same(contactEmail, present.contactEmail)
                && same(regionExplanation, present.regionExplanation)
                && ExtraAnswers.merged(present.extra, extra).equals(present.extra);
    }

    /** The same with these answers to the round's own questions. */
    public ApplicationForm with(Map<String, String> answers) {
        return new ApplicationForm(
                projectName,
                direction,
                summary,
                registeredIn,
                legalPerson,
                majorAccident,
                commitmentLetter,
                built,
                innovationProject,
                demonstrationBase,
                innovationAccepted,
                revolutionaryArea,
                markedEffect,
                contactName,
                contactPhone,
                contactEmail,
                regionExplanation,
                answers);
    }

    private static boolean same(Object given, Object present) {
        return given == null || given.equals(present);
    }
}
