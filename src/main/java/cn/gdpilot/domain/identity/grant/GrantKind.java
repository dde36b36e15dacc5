package cn.gdpilot.domain.identity.grant;

/** What needs a second person: whatever lets somebody do more, or act as somebody. */
enum GrantKind {
    JOIN,
    PASSWORD,
    SECOND_FACTOR
}
