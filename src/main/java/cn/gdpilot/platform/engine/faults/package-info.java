/** What is wrong with a model, a table or a form: the rules by their ids, and a fault as its designer reads it. Judges nothing. */
package cn.gdpilot.platform.engine.faults;
