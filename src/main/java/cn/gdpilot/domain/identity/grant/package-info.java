/** Accounts and grants of officers, by two people. */
package cn.gdpilot.domain.identity.grant;
