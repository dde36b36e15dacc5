package cn.gdpilot.domain.eligibility;

import cn.gdpilot.domain.project.DeclaredFacts;

/**
 * Facts of R2.14: they favour a project, they do not decide.
 *
 * @param demonstrationBase  in a national new-industrialisation demonstration base or a city of marked effect
 * @param innovationAccepted accepted innovation-development-engineering project
 * @param revolutionaryArea  in an old revolutionary area
 * @param markedEffect       marked effect in green, safety, international co-operation or civil-military integration
 */
public record PriorityFacts(
        boolean demonstrationBase, boolean innovationAccepted, boolean revolutionaryArea, boolean markedEffect) {

    /** As the applicant has declared them. */
    public static PriorityFacts of(DeclaredFacts facts) {
        return new PriorityFacts(
                facts.demonstrationBase(), facts.innovationAccepted(), facts.revolutionaryArea(), facts.markedEffect());
    }
}
