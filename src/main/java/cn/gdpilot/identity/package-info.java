/**
 * Units and people: which office is which, who is signed in, and who may see what.
 * Knows nothing of what is decided; the engine's own users and grants live in {@code engine}.
 */
package cn.gdpilot.identity;
