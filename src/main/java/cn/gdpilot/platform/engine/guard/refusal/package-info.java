/** What guard and fence refused, kept in the record. */
package cn.gdpilot.platform.engine.guard.refusal;
