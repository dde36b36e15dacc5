/** Questions that a round's notice asks beside those of every year: what they ask, which answers fit, which table judges them. */
package cn.gdpilot.domain.project.extra;
