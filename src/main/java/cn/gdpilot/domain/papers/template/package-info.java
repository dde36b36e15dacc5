/** Word, Excel and page templates that officers edit, filled without running code. */
package cn.gdpilot.domain.papers.template;
