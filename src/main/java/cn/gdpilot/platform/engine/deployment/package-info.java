/** Models and forms handed to the engine. */
package cn.gdpilot.platform.engine.deployment;
