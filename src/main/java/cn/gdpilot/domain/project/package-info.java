/** Applicants, applications and the one gate through which states change; it knows which step may follow which. */
package cn.gdpilot.domain.project;
