/** A later deadline, asked for by one officer and decided by another, before it passes or after (R4.1, R4.3). */
package cn.gdpilot.domain.deadline.extension;
