/** The register of pilots and their two-year terms (R2.5, R3.8). */
package cn.gdpilot.domain.pilot;
