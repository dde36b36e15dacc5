/** Chinese texts that users see, refusals that carry one, and lists that the operator edits. */
package cn.gdpilot.domain.text;
