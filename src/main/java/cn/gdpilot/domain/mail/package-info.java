/** Letters in an outbox, written with the business change and sent after its commit, once each. */
package cn.gdpilot.domain.mail;
