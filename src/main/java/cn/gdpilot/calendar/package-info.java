/**
 * Time: the one clock, the rounds and their deadlines, and whether something arrived in time.
 * Who has to deliver by which deadline lives in {@code quota}; timers live in the models.
 */
package cn.gdpilot.calendar;
