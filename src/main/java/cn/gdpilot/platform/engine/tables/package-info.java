/** Decision tables answered for the ports of the domain. */
package cn.gdpilot.platform.engine.tables;
