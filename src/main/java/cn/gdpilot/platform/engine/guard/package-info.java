/** Walls around the engine: commands, expressions, queries, files that may be deployed, web calls. */
package cn.gdpilot.platform.engine.guard;
