/** The engine's users, groups and rights, and one sign-in for all. */
package cn.gdpilot.platform.engine.identity;
