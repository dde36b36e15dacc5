/** The second factor of an officer's sign-in: codes by time, RFC 6238. */
package cn.gdpilot.identity.factor;
