package cn.gdpilot.domain.project;

import cn.gdpilot.domain.identity.UnitType;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * An application for one project. In JSON its facts and its contact stand flat among the other components, in this order:
 * receipts are made over that text.
 *
 * @param id          application number, also the process's business key
 * @param roundId     round
 * @param applicantId who applies
 * @param unitId      the unit that it is handed in to
 * @param channel     that unit's kind
 * @param state       where it stands
 * @param version     counts every change, against overwriting unseen
 * @param submissions how often it was submitted; 0 for a draft
 * @param projectName name
 * @param direction   code of the direction; null where it is not chosen yet
 * @param category    category of the direction; null likewise
 * @param summary     what the project is about; null where it is not written yet
 * @param facts       what is declared of project and applicant
 * @param contact     contact of this project
 * @param createdAt   when the draft was begun
 * @param submittedAt when it last arrived; null for a draft
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
        @JsonUnwrapped DeclaredFacts facts,
        @JsonUnwrapped Contact contact,
        Instant createdAt,
        Instant submittedAt) {}
