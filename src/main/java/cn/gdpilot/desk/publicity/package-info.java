/** A list is opened to the public for its days (process {@code publicity}), for whatever level calls it. */
package cn.gdpilot.desk.publicity;
