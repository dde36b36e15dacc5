/** What designers may name in models, forms and tables, on a page in Chinese and as element templates for Camunda Modeler; both from the sources that the program itself reads. */
package cn.gdpilot.platform.engine.parts;
