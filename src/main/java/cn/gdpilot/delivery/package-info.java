/**
 * What must arrive of a list, what has come of it, and what is still missing, for every counter. Who registers it and what
 * follows is the recommending desk's, by when it must have come is {@code quota}'s.
 */
package cn.gdpilot.delivery;
