/**
 * The dossier of an application as officers read it: access, notes, changes between versions, the basis of each
 * decision.
 */
package cn.gdpilot.domain.dossier;
