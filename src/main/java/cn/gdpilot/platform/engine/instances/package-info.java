/** Which instances of a process there are and were, by what they are about. */
package cn.gdpilot.platform.engine.instances;
