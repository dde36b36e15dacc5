/** Lists that are public for a time. */
package cn.gdpilot.domain.publicity;
