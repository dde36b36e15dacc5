/** The lead signs the list; summary table, covers and letter of transmittal are made of it. */
package cn.gdpilot.desk.recommendation.signing;
