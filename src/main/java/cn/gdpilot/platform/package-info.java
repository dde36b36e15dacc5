/**
 * The floor between: what joins the domain to engine, web server and start-up. It implements ports of the domain and knows
 * no desk; only {@code platform.engine} and the glue of desks import Camunda.
 */
package cn.gdpilot.platform;
