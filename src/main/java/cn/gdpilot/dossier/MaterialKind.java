package cn.gdpilot.dossier;

/** Kinds of materials (R2.13). */
public enum MaterialKind {
    APPLICATION_FORM,
    VIDEO,
    AUDIT_REPORT,
    COMMITMENT_LETTER,
    TRUTH_STATEMENT,
    INDEX,
    EVIDENCE,
    RESULT
}
