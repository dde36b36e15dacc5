package cn.gdpilot.platform.engine.variables;

import java.util.Set;

/**
 * Variables that have one name in every process: the keys of the case, what a person answers, and what a task is about.
 * A desk's own class names the variables of its process.
 */
public final class CaseVariables {

    /** Id of the round. */
    public static final String CAMPAIGN_ID = "campaignId";

    /** Number of the application. */
    public static final String APPLICATION_ID = "applicationId";

    /** Id of the unit whose work it is. */
    public static final String UNIT = "unit";

    /** Id of two projects that may be the same. */
    public static final String PAIR_ID = "pairId";

    /** Id of an objection, as text. */
    public static final String OBJECTION_ID = "objectionId";

    /** Name of the decision that a person chose on a form. */
    public static final String OUTCOME = "outcome";

    /** Grounds of that decision, in words. */
    public static final String GROUNDS = "grounds";

    /** One line that says what a task is about; the Tasklist's list shows it. */
    public static final String SUBJECT = "subject";

    /** Variables by which a case is known, and what calls hand over: no answer of a form may take their place. */
    public static final Set<String> KEYS = Set.of(
            CAMPAIGN_ID,
            APPLICATION_ID,
            UNIT,
            PAIR_ID,
            OBJECTION_ID,
            SUBJECT,
            "assignmentId",
            "checkKey",
            "daysLeft",
            "publicityDays");

    private CaseVariables() {}
}
