/** Units and people: which office is which, who is signed in, passwords and their rules. */
package cn.gdpilot.domain.identity;
