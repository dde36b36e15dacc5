/** Models and forms as they are drawn, read once: steps, flows, expressions, fields, and the list of what the program relies on. Judges nothing. */
package cn.gdpilot.platform.engine.gate.drawn;
