/** A unit's list of a round, from ranking to arrival, with its places under the quota (R3.6). */
package cn.gdpilot.domain.shortlist;
