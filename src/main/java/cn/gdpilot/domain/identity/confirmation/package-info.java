/** Mail addresses that applicants have confirmed. Which address is asked for, and what waits for it, is said elsewhere. */
package cn.gdpilot.domain.identity.confirmation;
