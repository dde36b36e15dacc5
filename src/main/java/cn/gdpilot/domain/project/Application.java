package cn.gdpilot.domain.project;

import cn.gdpilot.domain.identity.UnitType;
import java.time.Instant;

/**
 * An application for one project. Facts are null where the applicant has not answered yet.
 *
 * @param id                 application number, also the process's business key
 * @param roundId            round
 * @param applicantId        who applies
 * @param unitId             the unit that it is handed in to
 * @param channel            that unit's kind
 * @param state              where it stands
 * @param version            counts every change, against overwriting unseen
 * @param submissions        how often it was submitted; 0 for a draft
 * @param projectName        name
 * @param direction          code of the direction
 * @param category           category of the direction
 * @param summary            what the project is about
 * @param registeredIn       GD, CN, OTHER (R2.2)
 * @param legalPerson        R2.2
 * @param seriousDishonesty  R2.3, written by the reviewer who looked it up
 * @param majorAccident      R2.4
 * @param commitmentLetter   R2.4
 * @param built              R2.7
 * @param innovationProject  R2.6
 * @param demonstrationBase  R2.14 (1)
 * @param innovationAccepted R2.14 (2)
 * @param revolutionaryArea  R2.14 (3)
 * @param markedEffect       R2.14 (4)
 * @param contactName        contact of this project
 * @param contactPhone       contact of this project
 * @param contactEmail       where letters about it go
 * @param createdAt          when the draft was begun
 * @param submittedAt        when it last arrived; null for a draft
 */
public record Application(
        String id,
        String roundId,
        long applicantId,
        String unitId,
        UnitType channel,
        ApplicationState state,
        int version,
        int submissions,
        String projectName,
        String direction,
        String category,
        String summary,
        String registeredIn,
        Boolean legalPerson,
        Boolean seriousDishonesty,
        Boolean majorAccident,
        Boolean commitmentLetter,
        Boolean built,
        String innovationProject,
        boolean demonstrationBase,
        boolean innovationAccepted,
        boolean revolutionaryArea,
        boolean markedEffect,
        String contactName,
        String contactPhone,
        String contactEmail,
        Instant createdAt,
        Instant submittedAt) {}
