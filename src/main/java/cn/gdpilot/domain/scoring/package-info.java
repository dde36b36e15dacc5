/** Experts, panels, scores and the order of merit that they propose. */
package cn.gdpilot.domain.scoring;
