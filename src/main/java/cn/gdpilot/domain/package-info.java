/**
 * The ground floor: nouns that several desks need. It knows no desk, no platform and no Camunda, and its rooms import each
 * other in one direction only: the order stands in the house test.
 */
package cn.gdpilot.domain;
