package cn.gdpilot.domain.eligibility.credit;

/** A registry of credit records, e.g. 信用中国. What it says is a hint for the person who decides. */
public interface CreditRegistry {

    /** Its name as people are shown it; one that stands in for a real registry says so here. */
    String name();

    /**
     * Asks for serious dishonesty.
     *
     * @param creditCode unified social credit code
     * @return never null; a registry that is down or not connected answers {@link CreditAnswer.State#UNAVAILABLE}
     */
    CreditAnswer look(String creditCode);
}
