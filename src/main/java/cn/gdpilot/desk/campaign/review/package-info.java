/** The Department's first review beside the round's own, for what comes late. The review itself is {@code desk.provincereview}. */
package cn.gdpilot.desk.campaign.review;
