/** Whether the Department's and the CA's branches have met, which comes before any look for duplicates (R3.7). */
package cn.gdpilot.domain.duplicate.branches;
