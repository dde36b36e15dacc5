/**
 * What the decision tables owe their readers, checked when a table is handed in and again at each answer. Knows no desk;
 * the answers in the capabilities' terms are made by {@code DmnTables}.
 */
package cn.gdpilot.engine.tables;
