/** Lists of a running round: its edition, and changes that one person asks for and another one releases. */
package cn.gdpilot.desk.campaign.notice;
