/**
 * How long anybody waits for the database, and what is answered when it does not answer: time limits of the pool, a watch
 * beside it, health. Knows no table and no desk.
 */
package cn.gdpilot.platform.database;
