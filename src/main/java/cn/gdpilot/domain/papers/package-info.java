/** Papers of an application or a list: application form, index, summary table, notice of outcome. */
package cn.gdpilot.domain.papers;
