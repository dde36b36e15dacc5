/** What one person has asked for and another one has to decide: tells those who decide. Each decision stays in the room of its matter. */
package cn.gdpilot.domain.decision;
