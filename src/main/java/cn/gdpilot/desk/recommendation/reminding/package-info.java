/** Units and applicants are reminded before a deadline, as the table reminder-schedule says. */
package cn.gdpilot.desk.recommendation.reminding;
