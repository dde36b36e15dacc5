package cn.gdpilot.domain.eligibility;

import java.util.List;

/**
 * The tables that judge applications; an empty list means that nothing was found. An answer that cannot be read does not
 * refuse: it is a finding of its own, which refers the question to a person. The limits are the exception.
 */
public interface EligibilityTables {

    /** Table applicant-eligibility (R2.1–R2.4). */
    List<Finding> applicant(ApplicantFacts facts);

    /** Table project-eligibility (R2.5–R2.7). */
    List<Finding> project(ProjectFacts facts);

    /** Table application-limits (R2.8–R2.10). Unreadable, its newest clear version answers; without one, it refuses. */
    List<Finding> limits(LimitFacts facts);

    /** Table video-length (R2.12); {@code seconds} is null where the length could not be read. */
    List<Finding> video(Integer seconds);

    /** Table required-materials (R2.13). */
    RequiredMaterials materials(String applicantType, String channel);

    /** Table priority-conditions (R2.14): the sentences of those that are met; one that cannot be read says so. */
    List<String> priorities(PriorityFacts facts);

    /** The table priority-conditions with the version that answers now. */
    String prioritiesSource();
}
