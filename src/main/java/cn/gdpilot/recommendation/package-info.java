/**
 * Rank, sign, package, hand over, register arrival: for every unit that recommends. Units differ in data only, which
 * {@code quota} holds.
 */
package cn.gdpilot.recommendation;
