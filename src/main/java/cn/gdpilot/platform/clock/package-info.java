/** The clock that trials and rehearsals move; never in production. */
package cn.gdpilot.platform.clock;
