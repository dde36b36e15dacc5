/** What deadlines have closed, and how far the engine has followed. */
package cn.gdpilot.domain.project.closing;
