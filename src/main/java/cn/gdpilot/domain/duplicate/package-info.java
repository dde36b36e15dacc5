/** Projects compared with each other, and pairs that a person looks at (R2.10, R3.7). It decides nothing. */
package cn.gdpilot.domain.duplicate;
