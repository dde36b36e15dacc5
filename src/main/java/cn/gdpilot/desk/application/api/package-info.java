/** The API {@code /api/applications} for programs of applicants, and resumable uploads. */
package cn.gdpilot.desk.application.api;
