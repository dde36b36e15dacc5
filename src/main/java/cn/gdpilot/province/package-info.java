/** The Department's first review and dedup (R3.5, R3.7). Its list towards the ministry is {@code recommendation}'s. */
package cn.gdpilot.province;
