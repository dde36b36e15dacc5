package cn.gdpilot.domain.opinion;

/**
 * A seal or signature that an officer looks at before an application is accepted.
 *
 * @param point    key, as the form sends it
 * @param label    Chinese words
 * @param rule     rule that asks for it, e.g. R2.11
 * @param required whether an application is accepted only with it
 */
public record AcceptancePoint(String point, String label, String rule, boolean required) {}
