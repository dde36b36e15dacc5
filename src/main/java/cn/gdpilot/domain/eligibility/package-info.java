/** Facts in, findings out: what the decision tables say of an applicant, a project and its materials (R2.1–R2.14). */
package cn.gdpilot.domain.eligibility;
