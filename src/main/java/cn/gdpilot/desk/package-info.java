/**
 * The top floor: one package a BPMN file, and the only ones that know a level of the recommendation. A step is a
 * delegate, which calls a use case, which asks the domain. A desk never imports another desk.
 */
package cn.gdpilot.desk;
