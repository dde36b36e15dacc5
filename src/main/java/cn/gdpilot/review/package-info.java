/**
 * Opinions of reviewers, one for a project at each level. Rows are added and never changed, so that branches that
 * run in parallel never write one row; what follows from an opinion is for the desks.
 */
package cn.gdpilot.review;
