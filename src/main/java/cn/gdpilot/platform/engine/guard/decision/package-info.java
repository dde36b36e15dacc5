/** Who decides: known from the person's own command, whatever a model draws. */
package cn.gdpilot.platform.engine.guard.decision;
