/**
 * The desk of the process expert-review: calls experts for a project and waits for their scores, for whatever level
 * calls it. What a panel is and when it is complete, {@code review} knows.
 */
package cn.gdpilot.expert;
