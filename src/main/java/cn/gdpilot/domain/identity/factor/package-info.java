/** The second factor of officers, RFC 6238. */
package cn.gdpilot.domain.identity.factor;
