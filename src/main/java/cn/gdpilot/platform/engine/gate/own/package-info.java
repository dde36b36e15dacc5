/** What a designer may draw beside the contract's tasks: tasks with an opinion, and letters. */
package cn.gdpilot.platform.engine.gate.own;
