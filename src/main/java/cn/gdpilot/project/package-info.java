/**
 * Applicants, their applications, directions, the states an application goes through, and the pilot register.
 * The one place that knows which step may follow which; who decides them is for the desks.
 */
package cn.gdpilot.project;
