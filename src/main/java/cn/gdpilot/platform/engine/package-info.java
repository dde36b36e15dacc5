/** Camunda set up for this application. */
package cn.gdpilot.platform.engine;
