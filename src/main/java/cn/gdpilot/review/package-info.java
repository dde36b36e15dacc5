/**
 * What reviewers find: an officer's opinion, one for a project at each level, and the scores of experts, with the pool
 * that they come from and the order of merit that follows. What follows from it for a project is for the desks.
 */
package cn.gdpilot.review;
