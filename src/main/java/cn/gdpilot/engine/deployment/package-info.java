/**
 * What runs, what lies in the folders, and how one becomes the other: deployments from the folders at the start and over
 * REST by designers, each on the record. What a file may contain is judged in {@code guard} and {@code tables}.
 */
package cn.gdpilot.engine.deployment;
