/** Discs of a signed list: which file lies where, volumes, and checking what arrived. */
package cn.gdpilot.domain.disc;
