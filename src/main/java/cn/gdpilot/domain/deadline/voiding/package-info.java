/** A round that becomes void before its result is announced: who asked and decided, and what ends with it. */
package cn.gdpilot.domain.deadline.voiding;
