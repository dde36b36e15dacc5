/** What a person answered on a task, its subject, and its line in the record. */
package cn.gdpilot.platform.engine.tasks;
