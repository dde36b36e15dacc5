/** The destination's counter: pieces are registered, and a list has arrived or not (R4.1, R4.3). */
package cn.gdpilot.desk.recommendation.arrival;
