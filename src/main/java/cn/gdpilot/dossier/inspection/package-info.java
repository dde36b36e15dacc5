/**
 * Looks into files that strangers send before an officer opens them: what could run, fetch, hide or burst is refused.
 * Reads with limits and never trusts what a file says of itself.
 */
package cn.gdpilot.dossier.inspection;
