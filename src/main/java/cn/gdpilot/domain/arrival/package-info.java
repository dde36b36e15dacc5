/** Pieces of a list that must come and have come, for every counter (R4.2, R4.4). */
package cn.gdpilot.domain.arrival;
