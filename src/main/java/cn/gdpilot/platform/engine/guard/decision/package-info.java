/** The person who decides, known from that person's own command, whatever a model draws. */
package cn.gdpilot.platform.engine.guard.decision;
