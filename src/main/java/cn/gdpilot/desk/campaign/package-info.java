/**
 * The round (process {@code campaign}): opening, units that take part, later deadlines, progress. It ranks and
 * reviews nothing.
 */
package cn.gdpilot.desk.campaign;
