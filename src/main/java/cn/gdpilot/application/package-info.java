/**
 * The enterprise's desk: drafts, materials, the self-check, submission, correction, withdrawal, acceptance, with the
 * applicants' API and portal. What happens to an accepted project is other desks'.
 */
package cn.gdpilot.application;
