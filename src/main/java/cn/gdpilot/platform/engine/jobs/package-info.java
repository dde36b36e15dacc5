/** Timers, due dates and tokens that follow what the domain has decided. */
package cn.gdpilot.platform.engine.jobs;
