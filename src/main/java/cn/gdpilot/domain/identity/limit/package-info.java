/** How often strangers may try: wrong passwords slow down, registrations are counted by address. What an account is, is said elsewhere. */
package cn.gdpilot.domain.identity.limit;
