/** Whether domain and engine agree: each live application waits for one thing, and nothing waits for what is over (无主事项). */
package cn.gdpilot.desk.campaign.unattended;
