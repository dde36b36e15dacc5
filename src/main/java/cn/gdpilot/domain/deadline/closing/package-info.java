/** What arrives in time, what a deadline closes, and how far the engine has followed (R4.1, R4.3). */
package cn.gdpilot.domain.deadline.closing;
