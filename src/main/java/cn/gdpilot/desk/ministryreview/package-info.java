/**
 * The ministry's review, selection and announcement (process {@code ministry-review}, R3.8), and the pilots that
 * follow.
 */
package cn.gdpilot.desk.ministryreview;
