package cn.gdpilot.domain.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The facts about a project and its applicant that decide under R2. All but one are declared by the applicant, and null where
 * they have not been answered yet.
 *
 * @param registeredIn       GD, CN, OTHER (R2.2)
 * @param legalPerson        R2.2
 * @param seriousDishonesty  R2.3, written by the reviewer who looked it up; null = not looked up yet
 * @param majorAccident      R2.4
 * @param commitmentLetter   R2.4
 * @param built              R2.7
 * @param innovationProject  NONE, ACCEPTED, NOT_ACCEPTED, FAILED (R2.6)
 * @param demonstrationBase  R2.14 (1)
 * @param innovationAccepted R2.14 (2)
 * @param revolutionaryArea  R2.14 (3)
 * @param markedEffect       R2.14 (4)
 * @param regionExplanation  why the credit code is of another city than the bureau (R2.2); null where nothing is said. Frozen
 *     texts leave it out then
 * @param extra              answers to the round's own questions, by key, as they are kept; those without an answer are left
 *     out, and frozen texts leave it out where there are none
 */
public record DeclaredFacts(
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
        @JsonInclude(JsonInclude.Include.NON_NULL) String regionExplanation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> extra) {

    public DeclaredFacts {
        extra = extra == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }
}
