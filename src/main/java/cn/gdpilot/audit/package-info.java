/**
 * The record: who did what to an application, when, on what grounds and by which rule.
 * Knows nothing of why; it only writes down and reads back, and never changes a line.
 */
package cn.gdpilot.audit;
