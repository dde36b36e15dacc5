/**
 * Facts in, findings out: what the tables of {@code processes/} say of an applicant, a project, its materials.
 * Asks the tables through a port; knows no level, no database of others and no engine.
 */
package cn.gdpilot.eligibility;
