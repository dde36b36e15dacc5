/** How the process and the pages of lists meet a deadline's closing; what is closed stands in {@code domain.deadline}. */
package cn.gdpilot.desk.recommendation.closing;
