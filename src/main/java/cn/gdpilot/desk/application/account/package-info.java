/** Applicants register, invite colleagues, and see, correct and take away what is stored of them. */
package cn.gdpilot.desk.application.account;
