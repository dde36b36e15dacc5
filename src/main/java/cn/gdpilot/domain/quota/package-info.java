/** What the table recommendation-quota says of a unit: places, destination, deadline, copies (R3.2–R3.5). */
package cn.gdpilot.domain.quota;
