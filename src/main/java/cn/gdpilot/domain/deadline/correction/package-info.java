/** Until when an applicant corrects what its unit has returned; what follows when the day passes is a person's decision at the unit. */
package cn.gdpilot.domain.deadline.correction;
