/**
 * The Communications Administration's branch (process {@code communications-review}, R1.3), beside the
 * Department's.
 */
package cn.gdpilot.desk.communicationsreview;
