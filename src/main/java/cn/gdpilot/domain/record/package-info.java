/** The record: who did what, when, on what grounds. A chain that nobody bends; lines are never changed. */
package cn.gdpilot.domain.record;
