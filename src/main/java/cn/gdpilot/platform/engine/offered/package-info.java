/** Which beans and methods of the program say by their annotation that models may name them. What they do stands at each of them. */
package cn.gdpilot.platform.engine.offered;
