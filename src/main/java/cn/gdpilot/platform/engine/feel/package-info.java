/** FEEL within limits: what an expression may consist of, and how long and how much it may compute. Knows no table. */
package cn.gdpilot.platform.engine.feel;
