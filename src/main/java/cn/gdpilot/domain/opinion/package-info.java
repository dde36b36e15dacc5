/** Reviewers' opinions, corrections that were asked for, and results of site visits and legal checks. */
package cn.gdpilot.domain.opinion;
