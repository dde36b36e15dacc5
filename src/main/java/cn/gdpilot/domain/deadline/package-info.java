/** By when something must be done, as one value a date: its last second, its reminders, when it comes to mind (R4.1, R4.3). */
package cn.gdpilot.domain.deadline;
