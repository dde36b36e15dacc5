/** Steps that a designer may draw in several processes, without a release: an opinion is kept, a letter is sent. */
package cn.gdpilot.platform.engine.steps;
