/** The Communications Administration's branch (R1.3), which runs beside the Department's. */
package cn.gdpilot.communications;
