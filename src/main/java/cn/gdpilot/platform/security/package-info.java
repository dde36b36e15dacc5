/** Sign-in, sessions, second step, and which address is open to whom. */
package cn.gdpilot.platform.security;
