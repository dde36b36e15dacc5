/** The pages on which applicants fill in, attach, check, submit and follow their applications. */
package cn.gdpilot.desk.application.portal;
