/** What an applicant hands in: files with their kind and place, submitted versions, receipts (R2.13). */
package cn.gdpilot.domain.material;
