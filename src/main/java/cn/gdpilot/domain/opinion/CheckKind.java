package cn.gdpilot.domain.opinion;

/** Further checks that a round may make of its projects before they are ranked. */
public enum CheckKind {
    SITE_VISIT,
    LEGAL_CHECK
}
