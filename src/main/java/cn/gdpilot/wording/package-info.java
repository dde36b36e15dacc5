/**
 * What users are told: the texts of {@code messages_zh.properties}, and refusals that carry one of them.
 * Knows no desk; letters live in {@code notice}.
 */
package cn.gdpilot.wording;
