/** Names made ready for comparison by the words and weights that officers keep in editions. */
package cn.gdpilot.domain.duplicate.names;
