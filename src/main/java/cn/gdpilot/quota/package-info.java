/**
 * Who may recommend how many to whom by when: a unit's list of a round, its places under the quota, its arrival.
 * Serves every unit that recommends; the steps around it are modelled in {@code recommendation.bpmn}.
 */
package cn.gdpilot.quota;
