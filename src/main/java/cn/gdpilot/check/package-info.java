/**
 * The desk of the process check: an officer of the Department notes what a site visit or a legal check of a project found,
 * before the projects are ranked. Which checks a round makes, {@code review} knows.
 */
package cn.gdpilot.check;
