/**
 * Same or not: names of projects compared, and the pairs that a person has to look at.
 * Decides nothing; who stands when two are one is for the desks.
 */
package cn.gdpilot.duplicate;
