/** The signed list leaves its unit: discs, electronic version, dispatch (R4.2, R4.4). */
package cn.gdpilot.desk.recommendation.handover;
