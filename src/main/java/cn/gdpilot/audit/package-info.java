/**
 * The record: who did what to an application, when, on what grounds and by which rule.
 * Knows nothing of why; it only writes down and reads back, and never changes a line. The timeline is what people see of
 * an application; the record book beneath it is a chain that cannot be bent: {@code RecordBook.write(event)}.
 */
package cn.gdpilot.audit;
