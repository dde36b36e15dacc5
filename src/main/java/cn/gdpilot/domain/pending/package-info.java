/** What each live application waits for: one thing at a time, until a person or a rule has ended it. */
package cn.gdpilot.domain.pending;
