/** The order of priority: the ranking page, its lines, what was saved and who changed it (R3.6). */
package cn.gdpilot.desk.recommendation.ranking;
