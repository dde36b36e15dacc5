/** Names of the variables that every process shares. */
package cn.gdpilot.platform.engine.variables;
