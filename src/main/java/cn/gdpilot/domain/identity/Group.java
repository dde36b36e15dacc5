package cn.gdpilot.domain.identity;

import java.util.Set;

/**
 * People with the same duties: those who handle for a unit, those who sign for it, or those who look after the system.
 *
 * @param id as accounts and tasks carry it, e.g. city-440100, city-440100-lead, operator
 */
public record Group(String id) {

    /** Experts who score projects. */
    public static final String EXPERT = "expert";

    /** Designers of models, forms and tables. */
    public static final String DESIGNER = "designer";

    /** Those who run the system and see no contents. */
    public static final String OPERATOR = "operator";

    /** Those who look after accounts and grants. */
    public static final String SECURITY = "security";

    /** Readers of the record. */
    public static final String AUDITOR = "auditor";

    /** Administrators of the engine. */
    public static final String CAMUNDA_ADMIN = "camunda-admin";

    /** Groups that look after the system; one account belongs to one of them at most. */
    public static final Set<String> ADMINISTRATORS = Set.of(OPERATOR, SECURITY, AUDITOR, CAMUNDA_ADMIN);

    private static final String LEAD = "-lead";

    /** Those who handle for that unit. */
    public static Group of(String unitId) {
        return new Group(unitId);
    }

    /** Whether it is what stands behind a unit's group in that of its lead, as models write it. */
    public static boolean isLeadEnding(String text) {
        return LEAD.equals(text);
    }

    /** Those who sign for the unit of this group. */
    public Group lead() {
        return isLead() ? this : new Group(id + LEAD);
    }

    /** True for those who sign. */
    public boolean isLead() {
        return id.endsWith(LEAD);
    }

    /** Id of the unit that the group would belong to; the group's own id where it belongs to none. */
    public String unit() {
        return isLead() ? id.substring(0, id.length() - LEAD.length()) : id;
    }
}
