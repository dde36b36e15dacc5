package cn.gdpilot.rehearsal;

/** What an officer ticks before an application is accepted, as the Tasklist sends it. */
public final class Ticks {

    public static final String ALL =
            "[\"FORM_SEAL\",\"COMMITMENT_SIGNED\",\"TRUTH_SIGNED\",\"AUDIT_SEALED\",\"USE_PROOF_SEALED\"]";

    private Ticks() {}
}
