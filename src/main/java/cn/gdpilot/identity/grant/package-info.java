/** Officers' accounts and what they may do: opened, granted by two persons, taken away. */
package cn.gdpilot.identity.grant;
