/** The directions of the notice and who is in charge of each, held against the notice's own totals (R1.1 to R1.3). */
package cn.gdpilot.domain.project.direction;
