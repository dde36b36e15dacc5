/** The rules over drawn models and forms, a class a family. What a file may contain at all is told one floor above, in the gate. */
package cn.gdpilot.platform.engine.gate.rules;
