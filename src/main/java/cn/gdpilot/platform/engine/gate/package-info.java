/** The gate for models: what a file may contain, and what its expressions may name and do when they run. Lists: {@code engine/models}. */
package cn.gdpilot.platform.engine.gate;
