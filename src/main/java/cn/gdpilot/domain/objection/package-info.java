/** Objections to a public list or to an outcome, until when they may come, their answers, and how an upheld one is carried out. */
package cn.gdpilot.domain.objection;
