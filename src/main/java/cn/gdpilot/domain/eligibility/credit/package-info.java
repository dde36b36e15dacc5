/** Look-ups of credit records (R2.3); a stand-in where no registry is connected. */
package cn.gdpilot.domain.eligibility.credit;
