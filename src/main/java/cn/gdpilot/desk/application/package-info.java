/**
 * The enterprise's desk (process {@code application}): drafts, the self-check, submission, correction, withdrawal.
 * What happens to an accepted project belongs to other desks.
 */
package cn.gdpilot.desk.application;
