/**
 * The Department's first review and dedup (process {@code province-review}, R3.5, R3.7). Its own list is {@code
 * desk.recommendation}'s.
 */
package cn.gdpilot.desk.provincereview;
