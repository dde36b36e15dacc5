/** The one clock, rounds, working days, and whether a moment is in time (R4.5). */
package cn.gdpilot.domain.calendar;
