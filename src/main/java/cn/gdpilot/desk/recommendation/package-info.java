/**
 * Every unit that recommends ranks, signs, packages and hands over its list (process {@code recommendation}).
 * Units differ in data only.
 */
package cn.gdpilot.desk.recommendation;
