/**
 * Lists that are public for a time, and objections: to such a list, or of an applicant to an outcome; who may object to
 * what until when, and how it was answered. What follows for a project, the desk knows whose list or decision it was.
 */
package cn.gdpilot.hearing;
