/**
 * Playing a round through with a moved clock, never in production: the clock's API, clients that speak
 * HTTP as applicants and officers do, and the figures of what came out. Never part of real operation.
 */
package cn.gdpilot.rehearsal;
