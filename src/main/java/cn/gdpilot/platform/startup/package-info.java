/** Checks before the application serves, first administrator, greeting. */
package cn.gdpilot.platform.startup;
