/**
 * The credit record of an applicant (R2.3, 信用中国): asking a registry, and keeping what a person found out, with the
 * report. A registry only gives a hint; what follows for an application is for the desks.
 */
package cn.gdpilot.dossier.credit;
