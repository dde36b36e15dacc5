/**
 * The desk of the process objection: takes objections from the public page, the portal and officers, has them answered by
 * the office that decided, and tells those concerned. How an objection is kept, {@code hearing} knows.
 */
package cn.gdpilot.objection;
