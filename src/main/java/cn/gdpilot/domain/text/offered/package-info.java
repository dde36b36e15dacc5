/** What models may name: beans and methods carry an annotation that says so, with the words that designers read. The gate and the page 可用组件 read nothing else. */
package cn.gdpilot.domain.text.offered;
