/**
 * Camunda's border: what is deployed, which beans models may call, who may do what in the engine, the guard around
 * it, sign-in, and the tables behind the capabilities' ports. Knows no level; the desks' glue knows the steps.
 */
package cn.gdpilot.engine;
