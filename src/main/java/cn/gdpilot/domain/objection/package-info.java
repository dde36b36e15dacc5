/** Objections to a public list or to an outcome, until when they may come, and their answers. */
package cn.gdpilot.domain.objection;
