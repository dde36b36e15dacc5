/** By when a unit delivers and takes applications, with its own later date if it has one (R4.1, R4.3). */
package cn.gdpilot.domain.deadline;
